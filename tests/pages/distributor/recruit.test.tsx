// 申请表与协议: the owner's questions are asked, an agreement is read to its end before it is signed.
import { afterEach, describe, expect, it } from 'vitest'
import ApplyPage from '@/pages/recruit/apply'
import SignPage from '@/pages/recruit/sign'
import DistributionPage from '@/pages/tabs/distribution'
import { never, refuse } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { teaForm, toSign } from './recruit.data'
import { tea } from './shops.data'
import { goHome, shopperOf, visit } from './visit'

afterEach(goHome)

const asShopper = { session: shopperOf(tea) }
const withForm = { ...asShopper, answers: { 'distributor.getRecruitment': teaForm } }

describe('有申请表的店', () => {
  it('写着适合谁、能得到什么、每题的要求；少填一题按钮就说哪一题', async () => {
    const screen = await visit(<ApplyPage />, tea, withForm)
    for (const words of ['一起把好茶讲给朋友听', '爱喝茶的人', '要求：18 到 60', '可以不填']) {
      expect(screen.text()).toContain(words)
    }
    await screen.type('怎么称呼你', '小沈')
    expect(screen.has('「年龄」还没有填')).toBe(true)
    await screen.type('年龄', '三十')
    expect(screen.has('「年龄」要填整数')).toBe(true)
    await screen.type('年龄', '30')
    expect(screen.has('「在哪里分享」还没有填')).toBe(true)
    await screen.tap('社群')
    expect(screen.text()).toContain('你签了协议之后生效')
  })

  it('答案按各自的样子交上去，没填的不交', async () => {
    const screen = await visit(<ApplyPage />, tea, {
      ...withForm,
      answers: { ...withForm.answers, 'distributor.apply': { status: 'applied' } },
    })
    await screen.type('怎么称呼你', '小沈')
    await screen.type('年龄', '30')
    await screen.tap('社群')
    await screen.tap('提交申请')
    await screen.settle()
    expect(screen.cloud.callsOf('distributor.apply')[0]?.input).toMatchObject({
      formVersion: 2,
      answers: [
        { field: 'f1', value: 30 },
        { field: 'f2', value: '社群' },
      ],
    })
  })

  it('不符合要求时说清楚是哪一题，写的还在', async () => {
    const unmet = refuse('APPLICATION_STANDARD_UNMET', { label: '年龄', need: '18 到 60' })
    const screen = await visit(<ApplyPage />, tea, {
      ...withForm,
      answers: { ...withForm.answers, 'distributor.apply': unmet },
    })
    await screen.type('怎么称呼你', '小沈')
    await screen.type('年龄', '17')
    await screen.tap('社群')
    await screen.tap('提交申请')
    expect(screen.text()).toContain('「年龄」不符合店里的要求：18 到 60')
    expect(screen.has('提交申请')).toBe(true)
  })

  it('还没到能再申请的那天，按钮写着哪天', async () => {
    const screen = await visit(<ApplyPage />, tea, {
      ...asShopper,
      answers: {
        'distributor.getApplication': { ...tea.application, status: 'rejected' },
        'distributor.getRecruitment': { ...teaForm, reapplyOn: '2026-12-01' },
      },
    })
    expect(screen.has('2026-12-01 起可以再申请')).toBe(true)
  })

  it('通过了还没签的人，页上有去看协议的路', async () => {
    const screen = await visit(<ApplyPage />, tea, {
      ...withForm,
      answers: {
        ...withForm.answers,
        'distributor.getApplication': { ...tea.application, status: 'approved' },
      },
    })
    expect(screen.has('提交申请')).toBe(false)
    await screen.tap('去看协议')
    expect(visits).toEqual(['navigateTo /pages/recruit/sign/index'])
  })
})

describe('签协议', () => {
  const open = (answers = {}) =>
    visit(<SignPage />, tea, { answers: { 'distributor.getAgreement': toSign, ...answers } })

  it('看到最后才能签；签的是看到的那一版和那份原文', async () => {
    const signed = { status: 'active', signedAt: 1 } as const
    const screen = await open({ 'distributor.signAgreement': signed })
    expect(screen.text()).toContain('分享得佣金')
    expect(screen.has('看到最后才能签')).toBe(true)
    await screen.signal('bottom')
    await screen.tap('我看完了，同意并签署')
    await screen.settle()
    expect(screen.cloud.callsOf('distributor.signAgreement')[0]?.input).toEqual({
      version: 3,
      hash: toSign.agreement?.hash,
      isReadToEnd: true,
    })
    expect(visits).toEqual(['switchTab /pages/tabs/distribution/index'])
  })

  it('看的时候换了一版：没有签成，重新看到最后', async () => {
    const screen = await open({ 'distributor.signAgreement': refuse('AGREEMENT_OUTDATED') })
    await screen.signal('bottom')
    await screen.tap('我看完了，同意并签署')
    expect(screen.text()).toContain('没有签成：这不是现在有效的协议')
    await screen.tap('看新的一版')
    await screen.settle()
    expect(screen.has('看到最后才能签')).toBe(true)
  })

  it.each([
    ['to-sign', '店里有了分销协议，请看完签好，最晚'],
    ['to-renew', '协议快到期了，请续签，最晚'],
    ['lapsed', '现在不能再分享和邀请'],
  ] as const)('分销中心说清楚没签的后果：%s', async (state, words) => {
    const agreement = { ...toSign, status: 'active' as const, state, lapsesAt: 1_800_000_000_000 }
    const screen = await visit(<DistributionPage />, tea, {
      answers: { 'distributor.getAgreement': agreement },
    })
    expect(screen.text()).toContain(words)
    await screen.tap('去签')
    expect(visits).toContain('navigateTo /pages/recruit/sign/index')
  })

  it('签好的人看得到什么时候签的，也能结束合作，先写原因', async () => {
    const done = {
      ...toSign,
      status: 'active' as const,
      state: 'signed' as const,
      signed: { version: 3, hash: 'x', signedAt: 1_790_000_000_000, expiresAt: null },
    }
    const screen = await open({ 'distributor.getAgreement': done, 'distributor.leave': {} })
    expect(screen.text()).toContain('签了第 3 版')
    expect(screen.has('看到最后才能签')).toBe(false)
    await screen.tap('结束合作')
    expect(screen.text()).toContain('可提现的随时还能提')
    expect(screen.has('写一句原因')).toBe(true)
    await screen.type('原因', '搬家了')
    await screen.tap('我要结束合作')
    await screen.settle()
    expect(screen.cloud.callsOf('distributor.leave')[0]?.input).toEqual({ reason: '搬家了' })
  })

  it('没有协议、等着、出错时都说清楚', async () => {
    const none = { ...toSign, status: null, state: 'none' as const, agreement: null }
    const empty = await open({ 'distributor.getAgreement': none })
    expect(empty.text()).toContain('店里现在没有协议要签')
    await goHome()
    const loading = await open({ 'distributor.getAgreement': never })
    expect(loading.text()).not.toContain('第 3 版')
    await goHome()
    const failed = await open({ 'distributor.getAgreement': refuse('INTERNAL') })
    failed.cloud.answer({ 'distributor.getAgreement': toSign })
    await failed.tap('再试一次')
    expect(failed.text()).toContain('分享得佣金')
  })
})

describe('入门任务', () => {
  it('自己写的那步由新人打勾，做完就不再占地方', async () => {
    const own = { key: 't2', kind: 'own' as const, title: '读一遍冲泡手册', isDone: false }
    const screen = await visit(<DistributionPage />, tea, {
      answers: { 'distributor.getWelcome': { tasks: [own] }, 'distributor.finishTask': {} },
    })
    expect(screen.text()).toContain('读一遍冲泡手册')
    screen.cloud.answer({ 'distributor.getWelcome': { tasks: [{ ...own, isDone: true }] } })
    await screen.tap('做完了：读一遍冲泡手册')
    await screen.settle()
    expect(screen.cloud.callsOf('distributor.finishTask')[0]?.input).toEqual({ key: 't2' })
    expect(screen.text()).not.toContain('读一遍冲泡手册')
  })
})
