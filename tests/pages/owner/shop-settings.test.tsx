// 店铺设置：店名、寄语、提现的几条线；填错的当场说，改线先问一声。
import { fen } from '@contract/money'
import type { Api } from '@contract/api'
import { afterEach, describe, expect, it } from 'vitest'
import ShopSettingsPage from '@/pages/owner/shop-settings'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'

afterEach(closeDesk)

type Settings = Api['owner.getShopSettings']['output']
const tea: Settings = {
  version: 2,
  name: '茶与礼',
  motto: '春茶慢慢来',
  withdrawal: {
    minFen: fen(100),
    maxFen: fen(2000000),
    dailyFen: fen(2000000),
    dailyCount: 5,
    fourEyesFen: fen(100000),
    feeFen: fen(0),
  },
}
const mountain: Settings = {
  version: 0,
  name: '山里货',
  motto: '',
  withdrawal: {
    minFen: fen(1050),
    maxFen: fen(30000),
    dailyFen: fen(60000),
    dailyCount: 2,
    fourEyesFen: fen(25000),
    feeFen: fen(99),
  },
}
const open = (answer: Settings, more: Answers = {}, desk = teaDesk) =>
  openDesk(<ShopSettingsPage />, desk, {
    'mall.openSession': desk.session,
    'owner.getShopSettings': answer,
    'owner.saveShopSettings': { version: answer.version + 1 },
    ...more,
  })
const valueOf = (root: HTMLElement, label: string) =>
  root.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)?.value

describe('店铺设置', () => {
  itKeepsItsStates({
    page: () => <ShopSettingsPage />,
    action: 'owner.getShopSettings',
    desk: teaDesk,
    good: tea,
    words: '店铺寄语',
  })

  it.each([
    ['茶与礼', tea, teaDesk, ['茶与礼', '春茶慢慢来', '1', '20000', '20000', '5', '1000', '0']],
    ['山里货', mountain, mountainDesk, ['山里货', '', '10.50', '300', '600', '2', '250', '0.99']],
  ])('%s：每一格是店里现在的', async (_, settings, desk, values) => {
    const { screen } = await open(settings, {}, desk)
    const labels = ['店名', '店铺寄语', '一次最少', '一次最多', '一天最多', '一天几次']
    const all = [...labels, '超过就要两个人同意', '手续费']
    expect(all.map((label) => valueOf(screen.root, label))).toEqual(values)
    expect(screen.text()).toContain('没有修改')
  })

  it('改寄语不用问，存的是整份，写明从哪一版改的', async () => {
    const { screen, cloud } = await open(tea)
    await screen.type('店铺寄语', '慢慢来，先喝一口')
    await screen.tap('保存')
    expect(screen.text()).toContain('保存好了')
    const { version: basedOn, ...rest } = tea
    expect(cloud.callsOf('owner.saveShopSettings')[0]?.input).toEqual({
      ...rest,
      basedOn,
      motto: '慢慢来，先喝一口',
    })
  })

  it('改提现的线先问一声；先不改就什么也没存', async () => {
    const { screen, cloud } = await open(tea)
    await screen.type('一次最少', '9.9')
    await screen.tap('保存')
    expect(screen.text()).toContain('已经申请的不变')
    await screen.tap('先不')
    expect(cloud.callsOf('owner.saveShopSettings')).toEqual([])
    await screen.tap('保存')
    await press(screen, '.fy-dialog .fy-btn')
    const [call] = cloud.callsOf('owner.saveShopSettings')
    expect(call?.input).toMatchObject({ withdrawal: { minFen: 990, maxFen: 2000000 } })
  })

  it.each([
    ['一次最少', '0.05', '微信最少转 ¥0.10'],
    ['一次最多', '0.5', '不能低于一次最少'],
    ['一天最多', '19999', '不能低于一次最多'],
    ['一天几次', '11', '写 1 到 10'],
    ['手续费', '1', '要比一次最少低 ¥0.10 以上'],
    ['超过就要两个人同意', '20001', '最高 ¥20,000'],
    ['一次最少', '1.234', '写一个金额，最多两位小数'],
    ['店名', '', '店名不能空着'],
  ])('%s写 %s：%s', async (label, value, words) => {
    const { screen, cloud } = await open(tea)
    await screen.type(label, value)
    expect(screen.text()).toContain(words)
    await screen.tap('有一项没有填对')
    expect(cloud.callsOf('owner.saveShopSettings')).toEqual([])
  })

  it('没存成说原因，写的还在', async () => {
    const moved = { 'owner.saveShopSettings': refuse('SHOP_SETTINGS_MOVED_ON') }
    const { screen } = await open(tea, moved)
    await screen.type('店名', '山里茶')
    await screen.tap('保存')
    expect(screen.text()).toContain('别人刚改过店铺设置')
    expect(valueOf(screen.root, '店名')).toBe('山里茶')
  })

  it('别人先改了：问一句，换成最新的，接着能存', async () => {
    const moved = { 'owner.saveShopSettings': refuse('SHOP_SETTINGS_MOVED_ON') }
    const { screen, cloud } = await open(tea, moved)
    await screen.type('店名', '山里茶')
    await screen.tap('保存')
    cloud.answer({
      'owner.getShopSettings': { ...tea, name: '别人起的名', version: 9 },
      'owner.saveShopSettings': { version: 10 },
    })
    await screen.tap('看最新的')
    await press(screen, '.fy-dialog .fy-btn')
    expect(valueOf(screen.root, '店名')).toBe('别人起的名')
    expect(screen.text()).not.toContain('别人刚改过')
    await screen.type('店名', '山里茶')
    await screen.tap('保存')
    expect(cloud.callsOf('owner.saveShopSettings').at(-1)?.input).toMatchObject({ basedOn: 9 })
  })
})
