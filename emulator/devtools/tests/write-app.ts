// A built mini-program in a folder of its own, for tests: the usual files, and what the test has otherwise.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Files = Readonly<Record<string, string | Buffer | object | null>>

const folders: string[] = []

export function dropApps(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

/** The files of a sound app of two tabs and a subpackage. */
export const USUAL: Files = {
  'app.json': {
    pages: ['pages/home/home', 'pages/me/me'],
    subPackages: [{ root: 'shop', name: 'shop', pages: ['list/list'] }],
    window: { navigationBarTitleText: '小店' },
    tabBar: {
      list: [
        { pagePath: 'pages/home/home', text: '首页' },
        { pagePath: 'pages/me/me', text: '我的' },
      ],
    },
  },
  'app.js': 'App({})',
  'project.config.json': { appid: 'wx0123456789abcdef' },
  'pages/home/home.js': 'Page({ data: { word: "茶" } })',
  'pages/home/home.wxml': '<view class="word">{{word}}</view>',
  'pages/me/me.js': 'Page({})',
  'pages/me/me.wxml': '<view class="me">我</view>',
  'shop/list/list.js': 'Page({})',
  'shop/list/list.wxml': '<view>货架</view>',
}

/** The folder; `null` leaves a usual file out. Objects are written as JSON over several lines. */
export function writeApp(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'app-'))
  folders.push(folder)
  for (const [path, content] of Object.entries({ ...USUAL, ...files })) {
    if (content === null) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    const isRaw = typeof content === 'string' || Buffer.isBuffer(content)
    writeFileSync(join(folder, path), isRaw ? content : JSON.stringify(content, null, 2))
  }
  return folder
}

/** The usual app.json with some of its members otherwise. */
export function appJson(members: object): object {
  return { ...(USUAL['app.json'] as object), ...members }
}
