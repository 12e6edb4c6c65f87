import { afterAll, describe, expect, it } from 'vitest'
import { checkWithWcc } from '../compile/check-with-wcc'
import { dropApps, writeApp, type Files } from './write-app'

afterAll(dropApps)

describe("Tencent's own compilers", () => {
  it('take a sound app: imports, templates, WXS, components, styles', () => {
    const folder = writeApp({
      'app.wxss': '@import "./base.wxss";\n.a { width: 10rpx }',
      'base.wxss': 'page { color: #333 }',
      'pages/me/me.json': { usingComponents: { card: '/parts/card' } },
      'pages/me/me.wxml':
        '<import src="/base.wxml"/><wxs module="m" src="../m.wxs"/>\n' +
        '<card wx:for="{{list}}" wx:key="id" title="{{m.upper(item.title)}}"><input value="{{a.b}}"/></card>\n' +
        '<template is="line" data="{{...item, x: 1}}"/>',
      'base.wxml':
        '<template name="line"><text wx:if="{{x}}">{{x}}</text><text wx:else/></template>',
      'pages/m.wxs': 'module.exports = { upper: function (s) { return s } }',
      'parts/card.js': 'Component({})',
      'parts/card.json': { component: true },
      'parts/card.wxml': '<slot/>',
    })
    expect(checkWithWcc(folder)).toEqual([])
  })

  it.each<[what: string, files: Files, mistake: RegExp]>([
    [
      'an expression that is not closed',
      { 'pages/me/me.wxml': '<view wx:if="{{a}"/>' },
      /^pages\/me\/me\.wxml:1:\d+: Bad value/,
    ],
    [
      'a tag closed by another',
      { 'pages/me/me.wxml': '<view>\n<text></view>' },
      /^pages\/me\/me\.wxml:2:\d+: expect end-tag `text`/,
    ],
    [
      'an input without end, which glass-easel would close',
      { 'pages/me/me.wxml': '<view><input value="1"></view>' },
      /expect end-tag `input`/,
    ],
    ['elif without if', { 'pages/me/me.wxml': '<view wx:elif="{{b}}"/>' }, /Bad attr `wx:elif`/],
    ['a style that is not closed', { 'app.wxss': '.a { color: red' }, /^app\.wxss\(1:\d+\): /],
    ['an imported style that is missing', { 'app.wxss': '@import "./no.wxss";' }, /no\.wxss/],
  ])('refuse %s', (_what, files, mistake) => {
    const mistakes = checkWithWcc(writeApp(files))
    expect(mistakes.length).toBeGreaterThan(0)
    expect(mistakes[0]).toMatch(mistake)
  })
})
