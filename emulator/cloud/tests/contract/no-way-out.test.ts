// Whatever is missing from a function's surroundings, its SDK never reaches the real cloud: every call to another host
// than this machine is refused by name, before a packet leaves.
// Code inside `run` is carried into the function, where the SDK is untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Cloud } from '../../index'
import { run, startProbe } from '../probe'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startProbe()
})
afterAll(() => cloud.stop())

/** What the calls since `began` printed. */
const printed = (): string =>
  cloud
    .logs()
    .slice(began)
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join('\n')
let began = 0
beforeEach(() => {
  began = cloud.logs().length
})

/** Runs an SDK call after something is missing from the environment; null: the instance did not survive it. */
async function callWithout(names: string[], code: string): Promise<string | null> {
  const source = `async ({ cloud, db }) => {
    const kept = { ...process.env }
    for (const name of ${JSON.stringify(names)}) delete process.env[name]
    const outcome = await (${code}).then(() => 'worked', (error) => String(error.errMsg ?? error.message ?? error))
    Object.assign(process.env, kept)
    return outcome
  }`
  const call = cloud.call('probe', { code: source }, { openid: 'o-mei' })
  return call.then(String, () => null)
}

describe('the SDK of a function', () => {
  const calls: [string, string][] = [
    ['a database call', "db.collection('items').add({ data: { a: 1 } })"],
    ['a transaction', 'db.startTransaction()'],
    ['a function call', "cloud.callFunction({ name: 'probe', data: {} })"],
    ['an upload', "cloud.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('a') })"],
    ['a download', "cloud.downloadFile({ fileID: 'cloud://a.b/c' })"],
    ['an openapi call', "cloud.openapi.wxacode.getUnlimited({ scene: 'a' })"],
  ]
  test.each(calls)(
    '%s without the redirect is refused, and names the host',
    async (_label, code) => {
      expect(await callWithout(['TCB_CONTEXT_CNFG'], code)).not.toBe('worked')
      expect(printed()).toMatch(/the local cloud lets no function reach \S*\.tencentcloudapi\.com/)
      expect(cloud.database.count('items')).toBe(0)
    },
  )

  test('a redirect that cannot be read is none', async () => {
    const outcome = await run(cloud, async ({ db }) => {
      const kept = process.env.TCB_CONTEXT_CNFG
      process.env.TCB_CONTEXT_CNFG = '{"URL":'
      const outcome = await db
        .collection('items')
        .add({ data: {} })
        .then(
          () => 'worked',
          () => 'refused',
        )
      process.env.TCB_CONTEXT_CNFG = kept
      return outcome
    }).catch(() => 'ended')
    expect(outcome).not.toBe('worked')
    expect(cloud.database.count('items')).toBe(0)
  })

  test('the metadata server is refused as well: the SDK goes on without it, but not without credentials', async () => {
    const read = "db.collection('items').get()"
    expect(await callWithout(['TENCENTCLOUD_RUNENV'], read)).toBe('worked')
    expect(printed()).toContain('lets no function reach metadata.tencentyun.com')
    const names = ['TENCENTCLOUD_RUNENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY']
    expect(await callWithout(names, read)).not.toBe('worked')
  })
})

describe('any other way off the machine', () => {
  const ways: [string, string][] = [
    ['http', "require('node:http').get('http://metadata.tencentyun.com/meta-data')"],
    [
      'https',
      "require('node:https').request({ host: 'env.tcb-api.tencentcloudapi.com', path: '/admin' })",
    ],
    [
      'an upload to storage',
      "require('node:https').request('https://bucket.cos.ap-shanghai.myqcloud.com/a', { method: 'PUT' })",
    ],
    ['fetch', "await fetch('https://bucket.cos.ap-shanghai.myqcloud.com/a')"],
    ['a socket', "require('node:net').connect(443, 'env.tcb-api.tencentcloudapi.com')"],
    [
      'a socket by options',
      "require('node:net').createConnection({ port: 80, host: '169.254.0.23' })",
    ],
    ['tls', "require('node:tls').connect({ host: 'api.weixin.qq.com', port: 443 })"],
    ['http2', "require('node:http2').connect('https://api.weixin.qq.com')"],
    ['an address by number', "await fetch('http://169.254.0.23/meta-data')"],
    ['a look-alike', "await fetch('http://127.0.0.1.example.com/')"],
    [
      'credentials in the address',
      "await fetch('http://127.0.0.1@api.weixin.qq.com/').catch((e) => { throw e })",
    ],
  ]
  test.each(ways)('%s', async (_label, way) => {
    const code = `async () => {
      const require = process.getBuiltinModule('node:module').createRequire('/')
      try {
        const opened = ${way}
        await new Promise((resolve, reject) => {
          opened.on?.('error', reject)
          opened.on?.('connect', resolve)
          setTimeout(resolve, 200)
        })
        return 'opened'
      } catch (error) {
        return [error.code, error.message]
      }
    }`
    const outcome = await cloud
      .call('probe', { code }, {})
      .catch((error: Error) => [null, error.message])
    expect(JSON.stringify(outcome)).toMatch(
      /the local cloud lets no function reach |cannot be parsed|credentials/,
    )
  })

  test('this machine is open: the cloud itself, and a server beside it', async () => {
    const answer = await cloud.call('probe', {
      code: `async () => (await fetch('${cloud.base}/__emulator__/health')).status`,
    })
    expect(answer).toBe(200)
  })
})
