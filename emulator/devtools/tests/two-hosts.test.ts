import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCloud, type Cloud } from '../../cloud'
import { launchBrowser, startHost, type Host } from '../index'
import { appJson, dropApps, writeApp, type Files } from './write-app'

/** Keeps a list, and says who asked. */
const BOARD = `const notes = []
exports.main = async (event) => {
  if (event.fail) throw new Error('the board fell down')
  if (event.note) notes.push(process.env.WX_OPENID + ': ' + event.note)
  return { notes, you: process.env.WX_OPENID }
}`

const APP: Files = {
  'app.json': appJson({ pages: ['pages/home/home', 'pages/me/me'], subPackages: [] }),
  'app.js': 'wx.cloud.init(); App({})',
  'pages/home/home.js': `Page({
    data: { notes: [], from: '', error: '' },
    onLoad(query) { this.setData({ from: query.from || '' }); return this.load({}) },
    async load(data) {
      try {
        const { result } = await wx.cloud.callFunction({ name: 'board', data })
        this.setData({ notes: result.notes, you: result.you, error: '' })
      } catch (error) { this.setData({ error: error.errMsg }) }
    },
    write() { return this.load({ note: '到此一游' }) },
    onShareAppMessage() { return { title: '来看看', path: '/pages/home/home?from=' + this.data.you } },
  })`,
  'pages/home/home.wxml': `<button class="write" bindtap="write">写</button>
    <button class="share" open-type="share">分享</button>
    <view class="from">{{from}}</view><view class="note" wx:for="{{notes}}" wx:key="*this">{{item}}</view>`,
}

let cloud: Cloud
let browser: Browser
let hosts: Host[]
const folder = mkdtempSync(join(tmpdir(), 'functions-'))

beforeAll(async () => {
  mkdirSync(join(folder, 'board'))
  writeFileSync(join(folder, 'board', 'index.js'), BOARD)
  cloud = await startCloud({
    functionsDir: folder,
    collections: {},
    timers: false,
    quiet: true,
    port: 0,
    instances: 1,
  })
  browser = await launchBrowser()
  const dist = writeApp(APP)
  hosts = await Promise.all(
    ['o-mei', 'o-lan'].map((openid) => startHost({ dist, browser, openid, cloud: cloud.base })),
  )
})
afterAll(async () => {
  await Promise.all(hosts.map((host) => host.close()))
  await browser.close()
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
  dropApps()
})

const ask = <T>(host: Host, method: string, params: object = {}) =>
  host.send(method, { ...params }) as Promise<T>
const top = (host: Host) => ask<{ pageId: number; path: string }>(host, 'App.getCurrentPage')

async function data(host: Host): Promise<Record<string, unknown>> {
  const { pageId } = await top(host)
  return (await ask<{ data: Record<string, unknown> }>(host, 'Page.getData', { pageId })).data
}

async function tap(host: Host, selector: string): Promise<void> {
  const { pageId } = await top(host)
  const { elementId } = await ask<{ elementId: string }>(host, 'Page.getElement', {
    pageId,
    selector,
  })
  await host.send('Element.tap', { pageId, elementId })
}

async function until(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe('two people on one cloud', () => {
  it('call it each as themselves, and see what the other wrote', async () => {
    const [mei, lan] = hosts as [Host, Host]
    await tap(mei, '.write')
    await until(async () => ((await data(mei))['notes'] as string[]).length === 1)
    await tap(lan, '.write')
    await until(async () => ((await data(lan))['notes'] as string[]).length === 2)
    expect((await data(lan))['notes']).toEqual(['o-mei: 到此一游', 'o-lan: 到此一游'])
    expect([(await data(mei))['you'], (await data(lan))['you']]).toEqual(['o-mei', 'o-lan'])
  })

  it('have storages of their own', async () => {
    const [mei, lan] = hosts as [Host, Host]
    await ask(mei, 'App.callWxMethod', { method: 'setStorageSync', args: ['k', 'mei'] })
    expect(await ask(lan, 'App.callWxMethod', { method: 'getStorageSync', args: ['k'] })).toEqual({
      result: '',
    })
  })

  it('one opens what the other has shared', async () => {
    const [mei, lan] = hosts as [Host, Host]
    await tap(mei, '.share')
    const { share } = await ask<{ share: { title: string; path: string } }>(mei, 'Host.lastShare')
    expect(share).toMatchObject({ title: '来看看', path: 'pages/home/home?from=o-mei' })
    await ask(lan, 'Host.launch', { path: share.path, scene: 1007 })
    expect((await data(lan))['from']).toBe('o-mei')
  })

  it('a function that fails, is missing, or cannot be reached is told as WeChat tells it', async () => {
    const [mei] = hosts as [Host]
    const call = (name: string, given: object) =>
      ask(mei, 'App.callWxMethod', { method: 'cloud.callFunction', args: [{ name, data: given }] })
    await expect(call('board', { fail: true })).rejects.toThrow(
      /^cloud\.callFunction:fail .*errCode: -504002.*the board fell down/,
    )
    await expect(call('nowhere', {})).rejects.toThrow(/errCode: -501000/)
    const alone = await startHost({ dist: writeApp(APP), browser })
    expect((await data(alone))['error']).toContain('--cloud URL')
    expect(alone.problems()).toEqual([])
    await alone.close()
  })
})
