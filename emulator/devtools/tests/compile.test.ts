import { afterAll, describe, expect, it } from 'vitest'
import { compileApp } from '../compile/compile-app'
import { describeFinding } from '../compile/finding'
import { appJson, dropApps, writeApp, type Files } from './write-app'

afterAll(dropApps)

async function mistakeIn(files: Files): Promise<string> {
  const error: unknown = await compileApp(writeApp(files)).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'BrokenApp' })
  return (error as Error).message
}

describe('an app that cannot run is refused with file and line', () => {
  it.each<[what: string, files: Files, message: string]>([
    [
      'app.json is missing',
      { 'app.json': null },
      'app.json: is missing: this is not a built mini-program',
    ],
    ['app.js is missing', { 'app.js': null }, 'app.js: is missing'],
    [
      'app.json is cut off',
      { 'app.json': '{\n  "pages": [\n' },
      'app.json:3: is not JSON: Unexpected end of JSON input',
    ],
    [
      'app.json has a comma too many',
      { 'app.json': '{\n  "pages": ["pages/home/home"],\n}' },
      'app.json:3: is not JSON',
    ],
    ['app.json is a list', { 'app.json': '[]' }, 'app.json:1: must be a JSON object'],
    [
      'no page is listed',
      { 'app.json': appJson({ pages: [] }) },
      'app.json:2: pages must list a page',
    ],
    [
      'a page has no template',
      { 'pages/me/me.wxml': null },
      'app.json:4: page pages/me/me has no pages/me/me.wxml',
    ],
    [
      'a page has no script',
      { 'pages/me/me.js': null },
      'app.json:4: page pages/me/me has no pages/me/me.js',
    ],
    [
      'a page of a subpackage is missing',
      { 'shop/list/list.js': null },
      'app.json:11: page shop/list/list has no shop/list/list.js',
    ],
    [
      "a page's JSON is not JSON",
      { 'pages/me/me.json': '{\n"a": }\n' },
      "pages/me/me.json:2: is not JSON: Unexpected token '}'",
    ],
    [
      'an expression is not closed',
      { 'pages/me/me.wxml': '<view>\n  <text wx:if="{{a}">x</text>\n</view>' },
      'pages/me/me.wxml:2: missing expression end (column 16)',
    ],
    [
      'an imported template is missing',
      { 'pages/me/me.wxml': '<view/>\n<import src="../card.wxml"/>' },
      'pages/me/me.wxml:2: pages/card.wxml, which it takes in, is missing',
    ],
    [
      'a WXS module is missing',
      { 'pages/me/me.wxml': '<wxs module="m" src="./m.wxs"/>' },
      'pages/me/me.wxml:1: pages/me/m.wxs, which it takes in, is missing',
    ],
    [
      'a component is missing',
      { 'pages/me/me.json': '{\n  "usingComponents": { "card": "/parts/card" }\n}' },
      'pages/me/me.json:2: component "card" is missing: there is no /parts/card.json',
    ],
    [
      'a component has no template',
      {
        'pages/me/me.json': '{ "usingComponents": { "card": "./card" } }',
        'pages/me/card.json': { component: true },
        'pages/me/card.js': '',
      },
      'pages/me/me.json:1: component "card" has no pages/me/card.wxml',
    ],
    [
      'a component does not say so',
      {
        'pages/me/me.json': '{ "usingComponents": { "card": "./card" } }',
        'pages/me/card.json': {},
        'pages/me/card.js': '',
        'pages/me/card.wxml': '',
      },
      'pages/me/me.json:1: pages/me/card.json does not say "component": true',
    ],
    [
      'a style is not closed',
      { 'pages/me/me.wxss': '.a { color: red }\n.b { color: red' },
      'pages/me/me.wxss:2: Unclosed block',
    ],
    [
      'an imported style is missing',
      { 'app.wxss': '.a {}\n@import "./base.wxss";' },
      'app.wxss:2: base.wxss is missing',
    ],
    [
      'a selector cannot be read',
      { 'pages/me/me.wxss': '.a {}\n\n.b > [ {}' },
      'pages/me/me.wxss:3: Unclosed bracket',
    ],
    [
      'theme.json is missing',
      { 'app.json': appJson({ themeLocation: 'theme.json' }) },
      'themeLocation names theme.json, which is missing',
    ],
  ])('%s', async (_what, files, message) => {
    const told = await mistakeIn(files)
    expect(told).toContain(message)
    expect(told).not.toContain('\n')
  })

  it('a folder that is not there', async () => {
    await expect(compileApp('/nowhere/at/all')).rejects.toThrow(
      '/nowhere/at/all: there is no such folder',
    )
  })
})

describe('the manifest', () => {
  it('lists the pages of the main package first, whichever way subpackages are spelt', async () => {
    const { subPackages, ...rest } = appJson({}) as { subPackages: unknown }
    const { manifest } = await compileApp(
      writeApp({ 'app.json': { ...rest, subpackages: subPackages } }),
    )
    expect(manifest.pages).toEqual(['pages/home/home', 'pages/me/me', 'shop/list/list'])
    expect(manifest.app.subPackages).toEqual([{ root: 'shop', name: 'shop', pages: ['list/list'] }])
    expect(manifest.appId).toBe('wx0123456789abcdef')
    expect(Object.keys(manifest.scripts)).toContain('shop/list/list.js')
  })

  it("finds the app below miniprogramRoot when the folder is the project's", async () => {
    const { mkdirSync, cpSync, writeFileSync, rmSync } = await import('node:fs')
    const built = writeApp()
    const project = writeApp({ 'app.json': null })
    rmSync(`${project}/app.js`)
    mkdirSync(`${project}/dist`)
    cpSync(built, `${project}/dist`, { recursive: true })
    writeFileSync(`${project}/project.config.json`, '{"miniprogramRoot":"dist/","appid":"wx1"}')
    const { manifest, folder } = await compileApp(project)
    expect([manifest.appId, folder]).toEqual(['wx1', `${project}/dist`])
  })

  it('keeps theme names in the configuration and both themes beside it', async () => {
    const { manifest } = await compileApp(
      writeApp({
        'app.json': appJson({
          darkmode: true,
          themeLocation: 'theme.json',
          window: { navigationBarBackgroundColor: '@bar' },
        }),
        'theme.json': { light: { bar: '#ffffff' }, dark: { bar: '#000000' } },
      }),
    )
    expect(manifest.app.window.navigationBarBackgroundColor).toBe('@bar')
    expect(manifest.themes).toEqual({ light: { bar: '#ffffff' }, dark: { bar: '#000000' } })
  })

  it("tells the compiler's remarks on templates, each once a file", async () => {
    const { findings } = await compileApp(
      writeApp({
        'pages/me/me.wxml':
          '<input value="1">\n<view a="1" a="2"></view>\n<view b="1" b="2"></view>',
      }),
    )
    expect(findings.map(describeFinding)).toEqual([
      'error template pages/me/me.wxml:1: missing end tag near `input value="1">`',
      'warning template pages/me/me.wxml:2: duplicated attribute near `a="2"></view>` (and 1 more)',
    ])
  })

  it('is the same when it is taken from what was kept, and new when a file has changed', async () => {
    const first = await compileApp(writeApp())
    const again = await compileApp(writeApp())
    const other = await compileApp(writeApp({ 'pages/home/home.wxml': '<view>别的</view>' }))
    expect({ ...again, folder: '' }).toEqual({ ...first, folder: '' })
    expect(other.templates).not.toBe(first.templates)
  })
})

const CARD: Files = {
  'pages/me/me.json': { usingComponents: { card: '/parts/card' } },
  'parts/card.js': 'Component({})',
  'parts/card.wxml': '<view class="card"/>',
}

describe('styles', () => {
  it('name tags as the host draws them, and take imports in once, where they stand', async () => {
    const { manifest } = await compileApp(
      writeApp({
        'app.wxss':
          '@import "./base/tokens.wxss";\n@import "/base/rules.wxss";\n' +
          'page view.a > scroll-view, .b text::after { width: 10rpx }',
        'base/tokens.wxss': '.token { color: red }',
        'base/rules.wxss': '@import "./tokens.wxss"; .rule { color: blue }',
      }),
    )
    const css = manifest.styles['app'] ?? ''
    expect(css).toContain('body wx-view.a > wx-scroll-view, .b wx-text::after { width: 10rpx }')
    expect(css.match(/\.token/g)).toHaveLength(1)
    expect(css.indexOf('.token')).toBeLessThan(css.indexOf('.rule'))
    expect(css).not.toContain('@import')
  })

  it("leave keyframes and the app's own component tags as they are", async () => {
    const { manifest } = await compileApp(
      writeApp({
        'app.wxss':
          '@keyframes spin { from { top: 0 } to { top: 1px } }\nmy-card { display: block }',
      }),
    )
    expect(manifest.styles['app']).toContain('from { top: 0 }')
    expect(manifest.styles['app']).toContain('\nmy-card { display: block }')
  })

  it.each<[isolation: string | undefined, isScoped: boolean]>([
    [undefined, true],
    ['isolated', true],
    ['apply-shared', true],
    ['shared', false],
  ])('of a component whose isolation is %s have a prefix: %s', async (styleIsolation, isScoped) => {
    const { manifest } = await compileApp(
      writeApp({
        ...CARD,
        'parts/card.json': { component: true, styleIsolation },
        'parts/card.wxss': ':host .card { color: red }',
      }),
    )
    const scope = manifest.styleScopes['parts/card']
    expect(scope !== undefined).toBe(isScoped)
    const selector = isScoped ? `[wx-host=${scope}] .${scope}--card` : ':host .card'
    expect(manifest.styles['parts/card']).toBe(`${selector} { color: red }`)
  })
})
