import { afterAll, describe, expect, it } from 'vitest'
import { compileApp } from '../compile/compile-app'
import { describeFinding } from '../compile/finding'
import { appJson, dropApps, USUAL, writeApp, type Files } from './write-app'

afterAll(dropApps)

async function findingsIn(files: Files): Promise<string[]> {
  const { findings } = await compileApp(writeApp(files))
  for (const { source } of findings)
    expect(source).toMatch(/^https:\/\/developers\.weixin\.qq\.com\//)
  return findings.map(describeFinding)
}

const MIB = 1024 * 1024
const bytes = (count: number) => Buffer.alloc(count, 1)
const tabs = (count: number) => {
  const pages = Array.from({ length: count }, (_, i) => `pages/t${i}/t${i}`)
  const files = pages.flatMap((page) => [
    [`${page}.js`, 'Page({})'],
    [`${page}.wxml`, '<view/>'],
  ])
  const list = pages.map((pagePath) => ({ pagePath, text: '页' }))
  const usual = USUAL['app.json'] as { pages: string[] }
  const json = appJson({ pages: [...usual.pages, ...pages], tabBar: { list } })
  return { ...(Object.fromEntries(files) as Files), 'app.json': json }
}
const tabWith = (item: object, more: object = {}) =>
  appJson({
    tabBar: {
      list: [
        { pagePath: 'pages/home/home', text: '首页', ...item },
        { pagePath: 'pages/me/me', text: '我的' },
      ],
    },
    ...more,
  })

describe('a sound app', () => {
  it('breaks no rule', async () => {
    expect(await findingsIn({})).toEqual([])
  })

  it('may have exactly 2 MiB a package', async () => {
    expect(
      await findingsIn({ 'shop/big.png': bytes(2 * MIB - 'Page({})<view>货架</view>'.length - 4) }),
    ).toEqual([])
  })
})

describe('a broken rule is told with file and line', () => {
  it.each<[what: string, files: Files, finding: string | RegExp]>([
    [
      'a subpackage over 2 MiB',
      { 'shop/big.png': bytes(2 * MIB) },
      /^error package-size shop: the subpackage shop has 2097\d+ bytes: at most 2097152 \(2 MiB\)$/,
    ],
    [
      'the main package over 2 MiB',
      { 'assets/big.png': bytes(2 * MIB) },
      /^error package-size \.: the main package has 209\d+ bytes/,
    ],
    [
      'a page listed twice',
      { 'app.json': appJson({ pages: ['pages/home/home', 'pages/me/me', 'pages/me/me'] }) },
      'error page-paths app.json:2: page pages/me/me is named twice',
    ],
    [
      "a main page in a subpackage's folder",
      {
        'app.json': appJson({
          pages: ['pages/home/home', 'pages/me/me', 'shop/list/list'],
          subPackages: [{ root: 'shop', pages: [] }],
        }),
      },
      'error page-paths app.json:5: page shop/list/list lies in the subpackage shop',
    ],
    [
      'a subpackage in another',
      {
        'shop/in/p.js': 'Page({})',
        'shop/in/p.wxml': '',
        'app.json': appJson({
          subPackages: [
            { root: 'shop', pages: ['list/list'] },
            { root: 'shop/in', pages: ['p'] },
          ],
        }),
      },
      'error page-paths app.json:14: the subpackage shop/in lies in the subpackage shop',
    ],
    [
      'a preload of no package',
      { 'app.json': appJson({ preloadRule: { 'pages/home/home': { packages: ['nope'] } } }) },
      'error page-paths app.json:30: preloadRule names nope, which is no subpackage',
    ],
    [
      'a preload of no page',
      { 'app.json': appJson({ preloadRule: { 'pages/x/x': { packages: ['shop'] } } }) },
      /preloadRule names pages\/x\/x, which is no page/,
    ],
    [
      'one tab',
      { 'app.json': appJson({ tabBar: { list: [{ pagePath: 'pages/me/me', text: '我' }] } }) },
      'error tab-bar app.json:18: the tab bar has 1 items: 2 to 5',
    ],
    ['six tabs', tabs(6), /error tab-bar app\.json:\d+: the tab bar has 6 items: 2 to 5/],
    [
      'a tab in a subpackage',
      { 'app.json': tabWith({ pagePath: 'shop/list/list' }) },
      'error tab-bar app.json:18: the tab shop/list/list is no page of the main package',
    ],
    [
      'a tab without text',
      { 'app.json': tabWith({ text: '' }) },
      /the tab pages\/home\/home has no text/,
    ],
    [
      'an icon over 40 KB',
      { 'a.png': bytes(40 * 1024 + 1), 'app.json': tabWith({ iconPath: 'a.png' }) },
      /the tab pages\/home\/home: its icon a\.png has 40961 bytes: at most 40 KB/,
    ],
    [
      'an icon that is missing',
      { 'app.json': tabWith({ iconPath: 'a.png' }) },
      /its icon a\.png is missing/,
    ],
    [
      'an icon that is missing in the dark',
      {
        'a.png': bytes(9),
        'theme.json': { light: { i: 'a.png' }, dark: { i: 'b.png' } },
        'app.json': tabWith({ iconPath: '@i' }, { themeLocation: 'theme.json' }),
      },
      /its icon b\.png is missing/,
    ],
    [
      'an SVG icon',
      { 'a.svg': '<svg/>', 'app.json': tabWith({ iconPath: 'a.svg' }) },
      /its icon a\.svg is neither PNG nor JPEG/,
    ],
    [
      'a name one theme lacks',
      {
        'theme.json': { light: { c: '#ffffff' }, dark: {} },
        'app.json': appJson({ themeLocation: 'theme.json', window: { backgroundColor: '@c' } }),
      },
      /^error window-settings app\.json:\d+: theme\.json has no c for dark$/,
    ],
    [
      'a text style WeChat has not',
      { 'pages/me/me.json': '{\n"navigationBarTextStyle": "grey"\n}' },
      'error window-settings pages/me/me.json:2: navigationBarTextStyle is black or white, not "grey"',
    ],
    [
      'a colour by name',
      { 'pages/me/me.json': { navigationBarBackgroundColor: 'red' } },
      /navigationBarBackgroundColor is a colour as #rrggbb, not "red"/,
    ],
    [
      'eval',
      { 'pages/me/me.js': '// eval(1) in a comment, "eval(2)" in a text\neval("3")' },
      "error code-from-strings pages/me/me.js:2: eval makes code from a string, which WeChat doesn't allow",
    ],
    [
      'new Function',
      { 'app.js': 'App({})\n\nconst f = new Function("return 1")' },
      /^error code-from-strings app\.js:3: new Function/,
    ],
    [
      'Function without new',
      { 'app.js': 'App({}); Function("return 1")()' },
      /^error code-from-strings app\.js:1: new Function/,
    ],
    [
      'a call that is not declared',
      { 'pages/me/me.js': '\nwx.chooseAddress({})' },
      "error privacy pages/me/me.js:2: chooseAddress is not among app.json's requiredPrivateInfos",
    ],
    [
      'a permission without a reason',
      {
        'app.json': appJson({ requiredPrivateInfos: ['getLocation'] }),
        'app.js': 'App({}); wx.getLocation()',
      },
      'error privacy app.js:1: getLocation needs app.json\'s permission "scope.userLocation" with a desc',
    ],
    [
      'a reason over 30 characters',
      { 'app.json': appJson({ permission: { 'scope.userLocation': { desc: '找'.repeat(31) } } }) },
      /scope\.userLocation: desc has at most 30 characters/,
    ],
    [
      'a declaration WeChat has not',
      { 'app.json': appJson({ requiredPrivateInfos: ['getShoeSize'] }) },
      /requiredPrivateInfos knows no "getShoeSize"/,
    ],
    [
      'both locations declared',
      { 'app.json': appJson({ requiredPrivateInfos: ['getLocation', 'getFuzzyLocation'] }) },
      /exclude each other/,
    ],
    [
      'a script of another subpackage',
      { 'pages/me/me.js': 'require("../../shop/tool")', 'shop/tool.js': '' },
      'error package-borders pages/me/me.js:1: takes shop/tool from another subpackage',
    ],
    [
      'a template of another subpackage',
      { 'pages/me/me.wxml': '\n<import src="/shop/t.wxml"/>', 'shop/t.wxml': '' },
      /^error package-borders pages\/me\/me\.wxml:2: takes shop\/t\.wxml/,
    ],
    [
      'a component of another subpackage',
      {
        'pages/me/me.json': { usingComponents: { card: '/shop/card' } },
        'shop/card.js': '',
        'shop/card.wxml': '',
        'shop/card.json': { component: true },
      },
      /component "card" is another subpackage's and has no componentPlaceholder/,
    ],
    [
      'a picture of the package in a style',
      { 'app.wxss': '/* url(a.png) */\n.a { background: url(./a.png) }' },
      "error style-sources app.wxss:2: ./a.png is a file of the package, which styles can't show",
    ],
  ])('%s', async (_what, files, finding) => {
    const found = await findingsIn(files)
    expect(found).toHaveLength(1)
    expect(found[0]).toEqual(finding instanceof RegExp ? expect.stringMatching(finding) : finding)
  })

  it('all packages over 30 MiB', async () => {
    const roots = Array.from({ length: 16 }, (_, i) => `s${i}`)
    const found = await findingsIn({
      ...Object.fromEntries(roots.map((root) => [`${root}/big.png`, bytes(1.9 * MIB)])),
      'app.json': appJson({
        subPackages: [
          ...(USUAL['app.json'] as { subPackages: object[] }).subPackages,
          ...roots.map((root) => ({ root, pages: [] })),
        ],
      }),
    })
    expect(found).toEqual([
      expect.stringMatching(
        /^error package-size \.: all packages have \d+ bytes: at most 31457280 \(30 MiB\)$/,
      ),
    ])
  })
})

describe('what is allowed is not told', () => {
  it.each<[what: string, files: Files]>([
    [
      'webpack asking for the global object',
      {
        'runtime.js': 'r.g=function(){try{return this||new Function("return this")()}catch(e){}}()',
      },
    ],
    [
      'a method named like eval',
      {
        'app.js': 'App({}); box.evaluate(1); isFunction(2); typeof Function; x instanceof Function',
      },
    ],
    [
      'a declared call',
      {
        'app.json': appJson({ requiredPrivateInfos: ['chooseAddress'] }),
        'app.js': 'App({}); wx.chooseAddress()',
      },
    ],
    ['five tabs', tabs(5)],
    [
      'a shared script of the main package',
      { 'shop/list/list.js': 'require("../../tool")', 'tool.js': '' },
    ],
    [
      'require.async across packages',
      { 'pages/me/me.js': 'require.async("../../shop/tool.js")', 'shop/tool.js': '' },
    ],
    [
      'a component with a placeholder',
      {
        'pages/me/me.json': {
          usingComponents: { card: '/shop/card' },
          componentPlaceholder: { card: 'view' },
        },
        'shop/card.js': '',
        'shop/card.wxml': '',
        'shop/card.json': { component: true },
      },
    ],
    [
      'data, https and imported styles',
      {
        'app.wxss':
          '@import url("./b.wxss");\n.a { background: url("data:image/png;base64,AA==") }' +
          '.b { background: url(https://x.test/a.png) }',
        'b.wxss': '',
      },
    ],
    [
      "the project's own files over the limit",
      { 'node_modules/x/big.js': bytes(3 * MIB), 'app.js.map': bytes(3 * MIB) },
    ],
  ])('%s', async (_what, files) => {
    expect(await findingsIn(files)).toEqual([])
  })
})
