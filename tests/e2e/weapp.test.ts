// The built mini-program keeps WeChat's rules: Tencent's own compilers, the host's findings, sizes.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { weappBytes } from '../../bench/sizes'
import { compileApp } from '../../emulator/devtools'
import { checkWithWcc } from '../../emulator/devtools/compile/check-with-wcc'

const ROOT = join(__dirname, '..', '..')
const APP = join(ROOT, 'dist', 'weapp')
const MIB = 1024 * 1024

interface Manifest {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly tabBar: {
    readonly list: readonly { readonly pagePath: string; readonly iconPath: string }[]
  }
}

const manifest = () => JSON.parse(readFileSync(join(APP, 'app.json'), 'utf8')) as Manifest

function scriptsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return scriptsUnder(path)
    return entry.name.endsWith('.js') ? [path] : []
  })
}

describe('小程序包', () => {
  it('主包不超过 1 MiB，全部不超过 4 MiB', () => {
    const { main, whole } = weappBytes()
    expect(main).toBeLessThanOrEqual(MIB)
    expect(whole).toBeLessThanOrEqual(4 * MIB)
  })

  it('清单里的每一页都有脚本、模板和配置', () => {
    const { pages, subPackages } = manifest()
    const all = [
      ...pages,
      ...subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`)),
    ]
    expect(all.length).toBeGreaterThan(25)
    const missing = all.flatMap((page) =>
      ['js', 'wxml', 'json']
        .map((kind) => `${page}.${kind}`)
        .filter((file) => !existsSync(join(APP, file))),
    )
    expect(missing).toEqual([])
  })

  it('标签页都在主包里，图标随包带着', () => {
    const { pages, tabBar } = manifest()
    expect(tabBar.list).toHaveLength(5)
    for (const { pagePath } of tabBar.list) expect(pages).toContain(pagePath)
  })

  it('没有从文本造出来的代码：微信不许', () => {
    const made = /new Function\(|(?<![.\w])eval\(/
    // webpack's last resort for the global object, which is never reached where globalThis exists.
    const lastResort = 'this||new Function("return this")()'
    const textOf = (file: string) => readFileSync(file, 'utf8').replace(lastResort, '')
    expect(scriptsUnder(APP).filter((file) => made.test(textOf(file)))).toEqual([])
  })

  it('腾讯自己的编译器收下每一个模板和样式', () => {
    expect(checkWithWcc(APP)).toEqual([])
  })

  it('宿主按平台的规矩看，没有错，也没有提醒', async () => {
    expect((await compileApp(APP)).findings).toEqual([])
  })

  it('仓库根目录就能在开发者工具里打开', () => {
    const project = JSON.parse(readFileSync(join(ROOT, 'project.config.json'), 'utf8')) as {
      miniprogramRoot: string
      cloudfunctionRoot: string
    }
    expect(existsSync(join(ROOT, project.miniprogramRoot, 'app.json'))).toBe(true)
    expect(readdirSync(join(ROOT, project.cloudfunctionRoot)).sort()).toEqual([
      'channel',
      'distributor',
      'mall',
      'open-api',
      'owner',
      'pay-notify',
      'timer',
    ])
  })
})
