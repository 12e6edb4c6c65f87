// 试算: what each sentence of the simulator's format means, line by line, on small files.
import { describe, expect, it } from 'vitest'
import { PLAN_JSON } from './support/builders'
import { MEMBERS_CSV, ORDERS_HEADER, simulate } from './support/simulated-files'

/** One order line; what a test doesn't speak of is the same everywhere. */
function order(changes: Readonly<Record<string, string | number>> = {}): string {
  const cells: Readonly<Record<string, string | number>> = {
    order_id: 'O1',
    paid_at: '2026-11-20T12:00:00+08:00',
    buyer: 'kai',
    sharer: 'mei',
    line: 1,
    sku: 'S9',
    product: 'P9',
    category: 'C9',
    qty: 1,
    unit_price_fen: 10_000,
    order_discount_fen: 0,
    shipping_fen: 0,
    ...changes,
  }
  return ORDERS_HEADER.split(',')
    .map((column) => cells[column])
    .join(',')
}
const orders = (...rows: readonly string[]) => `${[ORDERS_HEADER, ...rows].join('\n')}\n`
const refunds = (...rows: readonly string[]) =>
  `${['order_id,line,amount_fen', ...rows].join('\n')}\n`
const plan = (changes: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ ...PLAN_JSON, overrides: [], tierBonusBps: {}, ...changes })
const run = (rows: readonly string[], changes: Parameters<typeof simulate>[0] = {}) =>
  simulate({ plan: plan({}), refunds: null, orders: orders(...rows), ...changes })

/** level beneficiary base rate amount reversed net rule capped */
const said = ({ rows }: ReturnType<typeof simulate>) => rows.map((row) => row.slice(2).join(' '))

describe('the base', () => {
  it.each([
    ['units times price', [order({ qty: 3, unit_price_fen: 333 })], ['999']],
    ['shipping is no part of it', [order({ shipping_fen: 5000 })], ['10000']],
    [
      'the discount in proportion, the fen left over to the largest remainder',
      [1, 2, 3].map((line) =>
        order({ line, unit_price_fen: [100, 100, 200][line - 1]!, order_discount_fen: 10 }),
      ),
      // 2.5, 2.5 and 5: the one fen left over goes to the earlier of two equal remainders.
      ['97', '98', '195'],
    ],
    [
      'lines in numeric order: line 10 comes after line 9',
      [10, 9].map((line) => order({ line, unit_price_fen: 100, order_discount_fen: 1 })),
      ['99', '100'],
    ],
    ['a discount of everything leaves nothing', [order({ order_discount_fen: 10_000 })], []],
  ])('%s', (_label, rows, bases) => {
    const { rows: paid } = run(rows)
    expect(paid.filter((row) => row[2] === '1').map((row) => row[4])).toEqual(bases)
  })

  it('is exact beyond 2^53: a million units at ten billion yuan', () => {
    const rows = [order({ qty: 1_000_000, unit_price_fen: 1_000_000_000_000 })]
    const { summary, ...rest } = run(rows)
    expect(said(rest as ReturnType<typeof simulate>)).toEqual([
      '1 mei 1000000000000000000 1000 100000000000000000 0 100000000000000000 plan 0',
      '2 lan 1000000000000000000 300 30000000000000000 0 30000000000000000 plan 0',
    ])
    expect(summary['netFen']).toBe('130000000000000000')
  })
})

describe('who earns', () => {
  const members = (...rows: readonly string[]) =>
    `member_id,inviter_id,tier,status\n${rows.join('\n')}\n`
  const chain = members('lan,,,active', 'mei,lan,,active', 'fang,mei,,active')
  it.each([
    ['the sharer and who invited the sharer, no third', { sharer: 'fang' }, chain, ['fang', 'mei']],
    ['nobody without a sharer', { sharer: '' }, chain, []],
    ['a sharer whom nobody invited, alone', { sharer: 'lan' }, chain, ['lan']],
    ['never the buyer as level 2', { buyer: 'lan' }, chain, ['mei']],
    ['nobody when the buyer is the sharer', { buyer: 'mei' }, chain, []],
    [
      'level 2 as level 2 when the sharer is frozen',
      {},
      members('lan,,,active', 'mei,lan,,frozen'),
      ['lan'],
    ],
    [
      'nobody moves up for an inviter who left',
      { sharer: 'fang' },
      members('lan,,,active', 'mei,lan,,exited', 'fang,mei,,active'),
      ['fang'],
    ],
  ] as const)('%s', (_label, changes, file, earned) => {
    const { rows } = run([order(changes)], { members: file })
    expect(rows.map((row) => row[3])).toEqual(earned)
  })

  it('both levels as usual on a purchase of one’s own, where the plan says so', () => {
    const own = { buyer: 'mei', sharer: 'mei' }
    const { rows } = run([order(own)], { plan: plan({ selfPurchase: 'self' }) })
    expect(rows.map((row) => row.slice(2, 4))).toEqual([
      ['1', 'mei'],
      ['2', 'lan'],
    ])
  })
})

describe('which rate', () => {
  const window = { from: '2026-11-20T04:00:00Z', to: '2026-11-21T00:00:00+08:00' }
  const campaign = { scope: 'campaign', id: 'K1', productIds: ['P9'], ...window }
  const sku = { scope: 'sku', id: 'S9', rateBps: [1500, 400] }
  const product = { scope: 'product', id: 'P9', rateBps: [700] }
  const category = { scope: 'category', id: 'C9', rateBps: [800, 200] }
  const bonus = { tierBonusBps: { silver: [100], gold: [0, 50] } }
  it.each([
    ['the plan’s own', {}, ['1 plan 1000', '2 plan 300']],
    ['with each beneficiary’s bonus', bonus, ['1 plan 1100', '2 plan 350']],
    ['the category’s', { overrides: [category] }, ['1 category:C9 800', '2 category:C9 200']],
    ['the product’s first', { overrides: [category, product] }, ['1 product:P9 700']],
    ['the SKU’s before that', { overrides: [product, sku] }, ['1 sku:S9 1500', '2 sku:S9 400']],
    [
      'the campaign’s before all, from its first moment',
      { overrides: [sku, { ...campaign, rateBps: [1800, 500] }] },
      ['1 campaign:K1 1800', '2 campaign:K1 500'],
    ],
    [
      'not the campaign’s once it has ended',
      {
        overrides: [
          { ...campaign, to: '2026-11-20T12:00:00+08:00', from: '2026-11-01T00:00Z', rateBps: [1] },
        ],
      },
      ['1 plan 1000', '2 plan 300'],
    ],
    [
      'a matched 0 stays 0, level by level, without a bonus',
      { ...bonus, overrides: [{ ...product, rateBps: [0, 200] }] },
      ['2 product:P9 250'],
    ],
    [
      'two levels in an override where the plan has one',
      { rateBps: [1000], overrides: [sku] },
      ['1 sku:S9 1500', '2 sku:S9 400'],
    ],
    [
      'level 2 is 0 where the match has one level, bonus or not',
      { ...bonus, overrides: [product] },
      ['1 product:P9 800'],
    ],
  ] as const)('%s', (_label, changes, paid) => {
    const { rows } = run([order()], { plan: plan(changes) })
    expect(rows.map((row) => `${row[2]} ${row[9]} ${row[5]}`)).toEqual(paid)
  })
})

describe('the amount', () => {
  it.each([
    ['rounded down', {}, 999, ['1 mei 999 1000 99 0 99 plan 0', '2 lan 999 300 29 0 29 plan 0']],
    ['a row only where it is above 0', {}, 33, ['1 mei 33 1000 3 0 3 plan 0']],
    [
      'the cap in proportion',
      { rateBps: [3000, 1000] },
      10_000,
      ['1 mei 10000 3000 2250 0 2250 plan 1', '2 lan 10000 1000 750 0 750 plan 1'],
    ],
    [
      'the cap’s odd fen to level 1 on a tie',
      { rateBps: [3000, 3000] },
      17,
      ['1 mei 17 3000 3 0 3 plan 1', '2 lan 17 3000 2 0 2 plan 1'],
    ],
    [
      'the cap may leave level 2 nothing: no row',
      { rateBps: [3000, 1000], capBps: 2000 },
      17,
      ['1 mei 17 3000 3 0 3 plan 1'],
    ],
    ['a cap of nothing pays nothing', { capBps: 0 }, 10_000, []],
  ] as const)('%s', (_label, changes, base, paid) => {
    expect(said(run([order({ unit_price_fen: base })], { plan: plan(changes) }))).toEqual(paid)
  })
})

describe('refunds', () => {
  const one = [order()]
  it.each([
    ['shrink the base', one, {}, ['O1,1,2500'], ['1000 250 750', '300 75 225']],
    ['one after the other', one, {}, ['O1,1,1', 'O1,1,1'], ['1000 1 999', '300 1 299']],
    [
      'of everything take everything',
      one,
      {},
      ['O1,1,9000', 'O1,1,1000'],
      ['1000 1000 0', '300 300 0'],
    ],
    [
      'never raise a level: it keeps what it had (36 fen: 5 and 5; on 35 level 1 would get 6)',
      [order({ unit_price_fen: 36 })],
      { rateBps: [2000, 1700] },
      ['O1,1,1'],
      ['5 0 5', '5 1 4'],
    ],
    [
      '… counted from the last refund, not from the first',
      [order({ unit_price_fen: 42 })],
      { rateBps: [2000, 1700] },
      // 42: 6 and 6. 36: 5 and 5. 35: 6 and 4, so level 1 stays at 5.
      ['O1,1,6', 'O1,1,1'],
      ['6 1 5', '6 2 4'],
    ],
  ] as const)('%s', (_label, rows, changes, back, paid) => {
    const result = run(rows, { plan: plan(changes), refunds: refunds(...back) })
    expect(result.rows.map((row) => row.slice(6, 9).join(' '))).toEqual(paid)
  })

  it('touch their own line only, also where nobody earns', () => {
    const rows = [order(), order({ line: 2 }), order({ order_id: 'O2', sharer: '' })]
    const result = run(rows, { refunds: refunds('O1,2,10000', 'O2,1,10000') })
    expect(result.rows.map((row) => [row[1], row[8]].join(' '))).toEqual([
      '1 1000',
      '1 300',
      '2 0',
      '2 0',
    ])
    // 1,300 of the 10,000 that are left.
    expect(result.summary).toMatchObject({ baseFen: '30000', costRatioBps: '1300' })
  })
})

describe('what comes out', () => {
  it('orders as they first appear, lines by number, levels in order', () => {
    const rows = [
      order({ order_id: 'B', line: 10 }),
      order({ order_id: 'A' }),
      order({ order_id: 'B', line: 9 }),
    ]
    const { rows: paid } = run(rows)
    expect(paid.map((row) => row.slice(0, 3).join())).toEqual([
      ...['B,9,1', 'B,9,2', 'B,10,1', 'B,10,2'],
      ...['A,1,1', 'A,1,2'],
    ])
  })

  it('is the same bytes each time: LF, no mark, the columns in their order', () => {
    const { commissionsCsv, summaryJson } = run([order()])
    expect(commissionsCsv).toBe(
      'order_id,line,level,beneficiary,base_fen,rate_bps,amount_fen,reversed_fen,net_fen,rule,capped\n' +
        'O1,1,1,mei,10000,1000,1000,0,1000,plan,0\nO1,1,2,lan,10000,300,300,0,300,plan,0\n',
    )
    expect(JSON.parse(summaryJson)).toEqual({
      orders: 1,
      lines: 1,
      baseFen: 10_000,
      amountFen: 1300,
      reversedFen: 0,
      netFen: 1300,
      costRatioBps: 1300,
      byLevel: { 1: 1000, 2: 300 },
      byTier: { silver: 1000, gold: 300 },
      byRule: { plan: 1300 },
      top: [
        { member: 'mei', netFen: 1000 },
        { member: 'lan', netFen: 300 },
      ],
    })
    expect(Object.keys(JSON.parse(summaryJson) as object)).toEqual([
      ...['orders', 'lines', 'baseFen', 'amountFen', 'reversedFen', 'netFen', 'costRatioBps'],
      ...['byLevel', 'byTier', 'byRule', 'top'],
    ])
  })

  it('keeps a key whose net is 0, and names nobody with 0 at the top', () => {
    const { summary } = run([order({ sharer: 'lan' })], { refunds: refunds('O1,1,10000') })
    expect(summary).toMatchObject({
      amountFen: '1000',
      netFen: '0',
      costRatioBps: '0',
      byLevel: new Map([['1', '0']]),
      byTier: new Map([['gold', '0']]),
      byRule: new Map([['plan', '0']]),
      top: [],
    })
  })

  it('the ten at the top by net, then by code point', () => {
    const ids = ['\u{1F375}', '\uFF21', 'b', 'a', 'B', ...'cdefgh']
    const people = ids.map((id) => `${id},,,active`).join('\n')
    const members = `member_id,inviter_id,tier,status\n${people}\n`
    const rows = ids.map((id, index) =>
      order({ order_id: id, sharer: id, unit_price_fen: index < 5 ? 10_000 : 20_000 }),
    )
    const { summary } = run(rows, { members })
    const top = summary['top'] as { member: string }[]
    expect(top.map(({ member }) => member)).toEqual([...'cdefgh', 'B', 'a', 'b', '\uFF21'])
  })

  it('a header only gives a header only, and zeros', () => {
    const empty = {
      members: 'member_id,inviter_id,tier,status\n',
      orders: orders(),
      refunds: refunds(),
    }
    const { commissionsCsv, summaryJson } = simulate(empty)
    expect(commissionsCsv.split('\n')).toHaveLength(2)
    expect(JSON.parse(summaryJson)).toEqual({
      ...{ orders: 0, lines: 0, baseFen: 0, amountFen: 0, reversedFen: 0, netFen: 0 },
      ...{ costRatioBps: 0, byLevel: {}, byTier: {}, byRule: {}, top: [] },
    })
  })

  it('quotes ids that need it, and takes any text as a tier', () => {
    const members = 'member_id,inviter_id,tier,status\n"a,""b""\n\rc",,__proto__,active\n'
    const rows = [order({ order_id: '"O,1"', sharer: '"a,""b""\n\rc"' })]
    const { rows: paid, summary } = run(rows, { members })
    expect(paid[0]?.slice(0, 4)).toEqual(['O,1', '1', '1', 'a,"b"\n\rc'])
    expect(summary['byTier']).toEqual(new Map([['__proto__', '1000']]))
  })
})

describe('what may come in', () => {
  const good = () => simulate().commissionsCsv
  const crlf = (text: string) => text.replaceAll('\n', '\r\n')
  const mark = '\uFEFF'
  const plainOrders = orders(order(), order({ line: 2, sku: 'S1' }))
  const paid = simulate({ orders: plainOrders, refunds: null }).commissionsCsv
  it.each([
    ['CRLF', crlf(plainOrders)],
    ['a byte order mark', mark + plainOrders],
    ['a mark before a quoted header', mark + plainOrders.replace('order_id', '"order_id"')],
    ['no line break at the end', plainOrders.trimEnd()],
    ['a last empty line', `${plainOrders}\n`],
    ['a last empty line with CRLF', crlf(`${plainOrders}\n`)],
    ['every cell quoted', plainOrders.replace(/[^,\n]+/g, '"$&"')],
    ['an unknown column', plainOrders.replace(/\n(?=.)/g, '\nx,').replace(/^/, 'note,')],
    ['unknown columns of one name', plainOrders.replace(/\n(?=.)/g, '\nx,y,').replace(/^/, 'n,n,')],
    ['columns in another order', plainOrders.replace(/^(.*?),(.*)$/gm, '$2,$1')],
    ['an amount with leading zeros', plainOrders.replaceAll(',10000,', ',0010000,')],
    ['another way to write the offset', plainOrders.replaceAll('+08:00', '+0800')],
    ['UTC', plainOrders.replaceAll('12:00:00+08:00', '04:00:00.000Z')],
  ])('%s', (_label, text) => {
    expect(simulate({ orders: text, refunds: null }).commissionsCsv).toBe(paid)
  })

  it.each([
    ['members with CRLF and a mark', { members: mark + crlf(MEMBERS_CSV) }],
    ['members in any order', { members: MEMBERS_CSV.replace(/^(lan.*)\n(mei.*)$/m, '$2\n$1') }],
  ])('%s', (_label, changes) => {
    expect(simulate(changes).commissionsCsv).toBe(good())
  })

  it('nothing is trimmed: " mei" is not mei', () => {
    const members = `${MEMBERS_CSV} mei,,gold,active\n`
    const { rows } = run([order({ sharer: ' mei' })], { members })
    expect(rows.map((row) => row[3])).toEqual([' mei'])
  })

  it('a buyer who is no member', () => {
    expect(run([order({ buyer: 'somebody' })]).rows).toHaveLength(2)
  })
})
