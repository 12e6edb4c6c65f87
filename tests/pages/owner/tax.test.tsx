// 个税: a month's figures and their agreement with the ledger, the filing for a reason, payments, and the mode.
import { fen } from '@contract/money'
import type { Api } from '@contract/api'
import { afterEach, describe, expect, it } from 'vitest'
import TaxPage from '@/pages/owner/tax'
import { replacePlatform } from '@/api/platform'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'
import type { Desk } from './desks.data'

type TaxMonth = Api['owner.getTaxMonth']['output']

const teaMonth: TaxMonth = {
  month: '2026-11',
  today: '2026-11-20',
  mode: 'labour',
  rules: [
    { from: '2026-01', mode: 'labour' },
    { from: '2027-01', mode: 'platform-cumulative' },
  ],
  mayChangeFrom: '2026-12',
  people: [
    {
      id: 'dst_mei',
      name: '梅姐',
      maskedName: '梅*',
      maskedIdNumber: '3301**********1234',
      incomeFen: fen(500_000),
      dueFen: fen(80_000),
      withheldFen: fen(80_000),
    },
  ],
  incomeFen: fen(500_000),
  withheldFen: fen(80_000),
  ledgerFen: fen(80_000),
  open: { count: 1, taxFen: fen(4_000) },
  remittedFen: fen(50_000),
  leftFen: fen(30_000),
  payments: [
    {
      voucherNo: '3201-2026-0001',
      amountFen: fen(50_000),
      paidOn: '2026-11-15',
      name: '财务小何',
      at: 1,
    },
  ],
}
const mountainMonth: TaxMonth = {
  ...teaMonth,
  month: '2026-09',
  today: '2026-11-20',
  mode: 'platform-cumulative',
  rules: [{ from: '2025-10', mode: 'platform-cumulative' }],
  people: [
    {
      id: 'dst_shi',
      name: '石头',
      maskedName: '石**',
      maskedIdNumber: '5101**********002X',
      incomeFen: fen(3_000_000),
      dueFen: fen(57_000),
      withheldFen: fen(57_000),
    },
  ],
  incomeFen: fen(3_000_000),
  withheldFen: fen(57_000),
  ledgerFen: fen(56_999),
  open: { count: 0, taxFen: fen(0) },
  remittedFen: fen(57_000),
  leftFen: fen(0),
  payments: [],
}
const emptyMonth: TaxMonth = {
  ...teaMonth,
  people: [],
  incomeFen: fen(0),
  withheldFen: fen(0),
  ledgerFen: fen(0),
  open: { count: 0, taxFen: fen(0) },
  remittedFen: fen(0),
  leftFen: fen(0),
  payments: [],
}

afterEach(closeDesk)

const open = (desk: Desk, month: TaxMonth, more: Answers = {}) =>
  openDesk(<TaxPage />, desk, { 'owner.getTaxMonth': month, ...more })

describe('个税', () => {
  itKeepsItsStates({
    page: () => <TaxPage />,
    action: 'owner.getTaxMonth',
    desk: teaDesk,
    good: teaMonth,
    words: '梅姐',
    empty: { answer: emptyMonth, words: '这个月还没有扣过税' },
  })

  it('茶与礼：扣了多少、账本对得上、在途的、缴了的', async () => {
    const { screen } = await open(teaDesk, teaMonth)
    const words = [
      '2026 年 11 月',
      '¥800.00',
      '账本的代扣税也是 ¥800.00，一分不差',
      '还有 1 笔在打款（税 ¥40.00）',
      '3201-2026-0001',
      '2026-11-15 缴，财务小何 登记',
      '¥300.00',
      '梅*',
      '3301**********1234',
      '劳务报酬（按月）',
      '从 2027 年 1 月起改为劳务报酬（平台累计预扣）',
    ]
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('山里货：账本对不上就先别申报；缴清了就不再催', async () => {
    const { screen } = await open(mountainDesk, mountainMonth)
    expect(screen.text()).toContain('账本的代扣税是 ¥569.99，和明细对不上，请先对账再申报')
    expect(screen.has('登记缴税')).toBe(false)
    expect(screen.text()).toContain('石头')
  })

  it('前后翻月份；这个月之后没有了', async () => {
    const { screen, cloud } = await open(teaDesk, teaMonth)
    await screen.tap('下个月')
    expect(cloud.callsOf('owner.getTaxMonth').map((call) => call.input)).toEqual([{}])
    await screen.tap('上个月')
    expect(cloud.callsOf('owner.getTaxMonth').at(-1)?.input).toEqual({ month: '2026-10' })
  })

  it('导出要写原因；文件另点一下才保存', async () => {
    const saved: string[][] = []
    const filing = { fileName: 'tax-2026-11.csv', csv: '\ufeff姓名', people: 1 }
    const { screen, cloud } = await open(teaDesk, teaMonth, { 'owner.exportTaxFiling': filing })
    const back = replacePlatform({
      saveFile: (name, text) => {
        saved.push([name, text])
        return Promise.resolve('saved')
      },
    })
    await screen.tap('导出报税明细')
    expect(screen.text()).toContain('谁在什么时候为什么导出，都会记下来')
    expect(screen.has('写明原因后才能提交')).toBe(true)
    await screen.type('原因', '十一月申报')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(cloud.callsOf('owner.exportTaxFiling')[0]?.input).toEqual({
      month: '2026-11',
      reason: '十一月申报',
    })
    await screen.settle(320)
    expect(saved).toEqual([])
    await screen.tap('保存文件')
    expect(saved).toEqual([['tax-2026-11.csv', '\ufeff姓名']])
    back()
  })

  it('登记缴税：先填好没缴的，凭证号写了才能交', async () => {
    const { screen, cloud } = await open(teaDesk, teaMonth, { 'owner.recordTaxPayment': {} })
    await screen.tap('登记缴税')
    expect(screen.has('凭证号是 4 到 40 位数字、字母')).toBe(true)
    await screen.type('完税凭证号', '3201-2026-0002')
    await screen.tap('登记 ¥300.00')
    expect(cloud.callsOf('owner.recordTaxPayment')[0]?.input).toEqual({
      month: '2026-11',
      amountFen: 30_000,
      voucherNo: '3201-2026-0002',
      paidOn: '2026-11-20',
    })
    expect(cloud.callsOf('owner.getTaxMonth')).toHaveLength(2)
  })

  it('缴多了，服务器的话留在面板里', async () => {
    const { screen } = await open(teaDesk, teaMonth, {
      'owner.recordTaxPayment': refuse('TAX_PAYMENT_TOO_MUCH', {
        month: '2026-11',
        leftFen: 30_000,
      }),
    })
    await screen.tap('登记缴税')
    await screen.type('完税凭证号', '3201-2026-0002')
    await screen.tap('登记 ¥300.00')
    expect(screen.text()).toContain('没有登记：2026-11 代扣了还没缴的税只有 ¥300.00')
  })

  it('改代扣方式：只能从没打过款的月份起，先确认', async () => {
    const { screen, cloud } = await open(teaDesk, teaMonth, { 'owner.setTaxMode': {} })
    await screen.tap('更改代扣方式')
    expect(screen.has('和现在的一样，没有要改的')).toBe(true)
    expect(screen.text()).toContain('2026 年 12 月')
    await screen.tap('不代扣')
    await screen.tap('从 2026 年 12 月起改')
    expect(screen.text()).toContain('从 2026 年 12 月起改为不代扣')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.setTaxMode')[0]?.input).toEqual({ mode: 'none', from: '2026-12' })
  })
})
