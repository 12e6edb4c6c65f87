// 试算: which files are refused, and how the refusal names file, line and column.
import { describe, expect, it } from 'vitest'
import { PLAN_JSON } from './support/builders'
import {
  FILES,
  MEMBERS_CSV,
  ORDERS_CSV,
  REFUNDS_CSV,
  refusalOfFiles,
  simulate,
} from './support/simulated-files'

const members = (text: string) => ({ members: text })
const orders = (text: string) => ({ orders: text })
const refunds = (text: string) => ({ refunds: text })
/** The good file with one text in it replaced once. */
const inMembers = (from: string, to: string) => members(replace(MEMBERS_CSV, from, to))
const inOrders = (from: string, to: string) => orders(replace(ORDERS_CSV, from, to))
const inRefunds = (from: string, to: string) => refunds(replace(REFUNDS_CSV, from, to))
function replace(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`no "${from}" to replace`)
  return text.replace(from, to)
}
const O1 = 'O1,2026-11-05T12:00:00+08:00,kai,mei,1,S9,P1,C1,2,9900,1000,800'
const inFirst = (from: string, to: string) => inOrders(O1, replace(O1, from, to))
const O2 = 'O2,2026-11-05T13:00:00+08:00,kai,fang,1,S9,P9,C9,1,20000,0,0'
const inLast = (from: string, to: string) => inOrders(O2, replace(O2, from, to))

it('the good files are taken', () => {
  expect(simulate().rows).toHaveLength(5)
})

describe('members.csv', () => {
  it.each([
    ['an empty file', members(''), ':1 column member_id'],
    ['an empty first line', members('\n'), ':1 column member_id'],
    ['a missing column', inMembers(',tier', ',level'), ':1 column tier'],
    ['a header with a space', inMembers('member_id', 'member_id '), ':1 column member_id'],
    ['a header in capitals', inMembers('status', 'Status'), ':1 column status'],
    ['a column twice', inMembers(',tier', ',tier,tier'), ':1 column tier'],
    ['a field too few', inMembers('mei,lan,silver,active', 'mei,lan,active'), ':3 column status'],
    ['a field too many', inMembers('mei,lan,silver', 'mei,lan,,silver'), ':3 column 5'],
    ['an empty line in the middle', inMembers('\nmei', '\n\nmei'), ':3 column inviter_id'],
    ['two empty lines at the end', members(`${MEMBERS_CSV}\n\n`), ':5 column inviter_id'],
    ['a quote in the middle of a cell', inMembers('mei,lan', 'm"ei,lan'), ':3 column member_id'],
    ['text after a closing quote', inMembers('mei,lan', 'mei,"lan"x'), ':3 column inviter_id'],
    ['a space before a quote', inMembers('mei,lan', 'mei, "lan"'), ':3 column inviter_id'],
    ['a quote never closed', inMembers('mei,lan', 'mei,"lan'), ':3 column inviter_id'],
    ['a quote never closed in the header', inMembers('tier', '"tier'), ':1 column 3'],
    ['an empty id', inMembers('mei,lan', ',lan'), ':3 column member_id'],
    ['a repeated member', inMembers('fang,', 'mei,'), ':4 column member_id'],
    ['an unknown inviter', inMembers('mei,lan', 'mei,nobody'), ':3 column inviter_id'],
    ['an inviter with a space', inMembers('mei,lan', 'mei,lan '), ':3 column inviter_id'],
    ['an unknown status', inMembers('frozen', 'Frozen'), ':4 column status'],
    ['an empty status', inMembers('frozen', ''), ':4 column status'],
    ['one’s own inviter', inMembers('lan,,', 'lan,lan,'), ':2 column inviter_id'],
    ['a circle of three', inMembers('lan,,', 'lan,fang,'), ':2 column inviter_id'],
  ])('%s', (_label, changes, at) => {
    expect(refusalOfFiles(changes)).toMatch(new RegExp(`^members\\.csv${at}: .`))
  })

  it('a row after a quoted line break is counted by lines of the file', () => {
    const text = MEMBERS_CSV.replace('lan,,gold', 'lan,,"go\nld"').replace('frozen', 'cold')
    expect(refusalOfFiles(members(text))).toMatch(/^members\.csv:5 column status: /)
  })

  it('a circle is found behind a chain of ten thousand', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `m${i},m${i + 1},,active`)
    const text = ['member_id,inviter_id,tier,status', ...rows, 'm10000,m9000,,active'].join('\n')
    expect(refusalOfFiles(members(text))).toMatch(/^members\.csv:9002 column inviter_id: /)
  })

  it('bytes that are no UTF-8', () => {
    const bytes = Buffer.from(MEMBERS_CSV.replace('gold', '#'))
    bytes[bytes.indexOf('#')] = 0xff
    expect(refusalOfFiles({ members: bytes })).toMatch(/^members\.csv:2 column tier: /)
  })
})

describe('orders.csv', () => {
  it.each([
    ['a missing column', inOrders(',qty', ',units'), ':1 column qty'],
    ['an empty order id', inFirst('O1', ''), ':2 column order_id'],
    ['no moment', inLast('2026-11-05T13:00:00+08:00', 'today'), ':4 column paid_at'],
    ['a moment without offset', inLast('13:00:00+08:00', '13:00:00'), ':4 column paid_at'],
    ['a date only', inLast('T13:00:00+08:00', ''), ':4 column paid_at'],
    ['a space instead of T', inLast('T13', ' 13'), ':4 column paid_at'],
    ['30 February', inLast('2026-11-05', '2026-02-30'), ':4 column paid_at'],
    ['an hour 25', inLast('T13', 'T25'), ':4 column paid_at'],
    ['an empty buyer', inLast('kai', ''), ':4 column buyer'],
    ['an unknown sharer', inLast('fang', 'nobody'), ':4 column sharer'],
    ['an empty SKU', inLast('S9', ''), ':4 column sku'],
    ['an empty product', inLast('P9', ''), ':4 column product'],
    ['an empty category', inLast('C9', ''), ':4 column category'],
    ['a line 0', inLast('fang,1', 'fang,0'), ':4 column line'],
    ['a line 01', inLast('fang,1', 'fang,01'), ':4 column line'],
    ['a line -1', inLast('fang,1', 'fang,-1'), ':4 column line'],
    ['an empty line number', inLast('fang,1', 'fang,'), ':4 column line'],
    ['no units', inLast('C9,1', 'C9,0'), ':4 column qty'],
    ['units with a leading zero', inLast('C9,1', 'C9,01'), ':4 column qty'],
    ['half a unit', inLast('C9,1', 'C9,1.5'), ':4 column qty'],
    ['units with a sign', inLast('C9,1', 'C9,+1'), ':4 column qty'],
    ['a million and one units', inLast('C9,1', 'C9,1000001'), ':4 column qty'],
    ['a negative price', inLast('20000', '-1'), ':4 column unit_price_fen'],
    ['a price in yuan', inLast('20000', '200.00'), ':4 column unit_price_fen'],
    ['a price as a power', inLast('20000', '2e4'), ':4 column unit_price_fen'],
    ['a price with a space', inLast('20000', '20000 '), ':4 column unit_price_fen'],
    ['an empty price', inLast('20000', ''), ':4 column unit_price_fen'],
    ['a price over 10^12', inLast('20000', '1000000000001'), ':4 column unit_price_fen'],
    ['a discount over 10^12', inLast(',0,0', ',1000000000001,0'), ':4 column order_discount_fen'],
    ['shipping over 10^12', inLast(',0,0', ',0,1000000000001'), ':4 column shipping_fen'],
    ['shipping that is no amount', inLast(',0,0', ',0,x'), ':4 column shipping_fen'],
    ['the order’s line twice', inOrders('mei,2', 'mei,1'), ':3 column line'],
    ['a discount above the goods', inLast(',0,0', ',20001,0'), ':4 column order_discount_fen'],
    [
      'lines that disagree on the moment, though it is the same one',
      inFirst('12:00:00+08:00', '04:00:00Z'),
      ':3 column paid_at',
    ],
    ['lines that disagree on the buyer', inFirst('kai', 'mei'), ':3 column buyer'],
    ['lines that disagree on the sharer', inFirst('mei', 'lan'), ':3 column sharer'],
    [
      'lines that disagree on the discount',
      inFirst('1000', '01000'),
      ':3 column order_discount_fen',
    ],
    ['lines that disagree on shipping', inFirst('800', '900'), ':3 column shipping_fen'],
  ])('%s', (_label, changes, at) => {
    expect(refusalOfFiles(changes)).toMatch(new RegExp(`^orders\\.csv${at}: .`))
  })

  it.each([
    ['a discount of the whole', inLast(',0,0', ',20000,0')],
    [
      'the largest amounts there may be',
      inLast('1,20000,0,0', '1000000,1000000000000,1000000000000,1000000000000'),
    ],
    ['a moment to the minute', inLast('13:00:00', '13:00')],
    ['a moment with fractions', inLast('13:00:00', '13:00:00.5')],
  ])('but not %s', (_label, changes) => {
    expect(simulate(changes).summary['orders']).toBe('2')
  })
})

describe('refunds.csv', () => {
  it.each([
    ['a missing column', inRefunds('amount_fen', 'amount'), ':1 column amount_fen'],
    ['an unknown order', inRefunds('O1,1,9400', 'O7,1,9400'), ':2 column order_id'],
    ['an unknown line', inRefunds('O1,1,9400', 'O1,3,9400'), ':2 column line'],
    ['a line 01', inRefunds('O1,1,9400', 'O1,01,9400'), ':2 column line'],
    ['a refund of 0', inRefunds('9400', '0'), ':2 column amount_fen'],
    ['a negative refund', inRefunds('9400', '-1'), ':2 column amount_fen'],
    ['more than the line was paid', inRefunds('9400', '19003'), ':2 column amount_fen'],
    ['more than is left of it', inRefunds('O1,1,2', 'O1,1,9603'), ':3 column amount_fen'],
    ['a refund over 10^12', inRefunds('9400', '1000000000001'), ':2 column amount_fen'],
  ])('%s', (_label, changes, at) => {
    expect(refusalOfFiles(changes)).toMatch(new RegExp(`^refunds\\.csv${at}: .`))
  })

  it('but not what is left of it to the last fen', () => {
    expect(simulate(inRefunds('O1,1,2', 'O1,1,9602')).rows[0]?.[8]).toBe('0')
  })
})

describe('plan.json', () => {
  const plan = (changes: object) => ({ plan: JSON.stringify({ ...PLAN_JSON, ...changes }) })
  it.each([
    ['a third level', plan({ rateBps: [1, 1, 1] }), /^COMPLIANCE_TOO_MANY_LEVELS plan\.json: ./],
    ['a cap over 30 %', plan({ capBps: 3001 }), /^COMPLIANCE_CAP_TOO_HIGH plan\.json: ./],
    ['an entry fee', plan({ entryFeeFen: 1 }), /^COMPLIANCE_ENTRY_FEE plan\.json: ./],
    ['pay per head', plan({ headcountRewardFen: 1 }), /^COMPLIANCE_HEADCOUNT_REWARD plan\.json: ./],
    ['an unknown key', plan({ note: '' }), /^PLAN_INVALID plan\.json: .*note/],
    ['no JSON', { plan: '{' }, /^PLAN_INVALID plan\.json: ./],
    ['an empty file', { plan: '' }, /^PLAN_INVALID plan\.json: ./],
    ['a byte order mark', { plan: `\uFEFF${FILES.plan}` }, /^PLAN_INVALID plan\.json: ./],
  ])('%s', (_label, changes, words) => {
    expect(refusalOfFiles(changes)).toMatch(words)
  })

  it('is looked at before the other files', () => {
    expect(refusalOfFiles({ plan: '{', members: '' })).toMatch(/^PLAN_INVALID /)
  })
})
