// Timer: once a Shanghai date everybody's credit is worked out anew from facts, page by page; any run goes on.
import { dateOf, monthOf, startOfDate } from '@contract/time'
import type { CreditCursor, CreditPass } from '@contract/model/credit'
import { unpackFigures } from '../../domain/aggregate/pack-figures'
import { addCreditSums, NO_CREDIT_SUMS, sumMonths } from '../../domain/credit/credit-window'
import type { World } from '../../ports/world'
import { readEach } from '../outbox/leave-out-poisoned'
import { findShop } from '../shop/read-shop'
import { gradePage, type CreditCounts } from './grade-page'

const PAGE = 1000
const PAGES = 25
/** Grades written, and people whose orders were counted: a run that did so many leaves the rest to the next. */
const WRITES = 1000
const COUNTED = 200

/**
 * Begins when every fact of yesterday is in the figures. Running it twice, or two at once, changes nothing more: a
 * grade is set from facts, never added to, and each stored cursor is a whole place to go on from.
 */
export async function gradeEverybody(world: World): Promise<CreditCounts> {
  const counts: CreditCounts = { graded: 0, changed: 0, counted: 0 }
  const shop = await findShop(world)
  if (!shop) return counts
  let cursor = (await world.store.get('credit_cursors', 'credits')) ?? FIRST
  if (!cursor.pass) {
    const on = dateOf(world.now)
    if (cursor.gradedOn >= on || !(await isSummedUp(world, on))) return counts
    cursor = { ...cursor, pass: { on, phase: 'sum', after: '', shop: NO_CREDIT_SUMS } }
  }
  for (let page = 0; page < PAGES && cursor.pass && !isFull(counts); page += 1) {
    const { pass } = cursor
    if (pass.phase === 'sum') cursor = { ...cursor, pass: await sumPage(world, pass) }
    else {
      const last = await gradePage(world, { shop, pass, counts, size: PAGE })
      cursor = last === null ? endOf(pass) : { ...cursor, pass: { ...pass, after: last } }
    }
    await world.store.put('credit_cursors', cursor)
  }
  return counts
}

const FIRST: CreditCursor = { _id: 'credits', gradedOn: '', shop: NO_CREDIT_SUMS, pass: null }

const isFull = ({ changed, counted }: CreditCounts) => changed >= WRITES || counted >= COUNTED

const endOf = ({ on, shop }: CreditPass): CreditCursor => {
  return { _id: 'credits', gradedOn: on, shop, pass: null }
}

/** Whether every fact of the days before is in the figures. */
async function isSummedUp({ store }: World, on: string): Promise<boolean> {
  const aggregates = await store.get('aggregate_cursors', 'aggregates')
  return (aggregates?.asOf ?? 0) >= startOfDate(on)
}

/** Everybody's sums, one page of figures more: whom each person is compared with. */
async function sumPage(world: World, pass: CreditPass): Promise<CreditPass> {
  const options = { order: [['_id', 'asc']] as const, limit: PAGE }
  const rows = await world.store.find('distributor_figures', { _id: { gt: pass.after } }, options)
  const month = monthOf(startOfDate(pass.on))
  const figures = await readEach(world, rows, unpackFigures)
  const shop = figures.reduce((sums, own) => addCreditSums(sums, sumMonths(own, month)), pass.shop)
  const last = rows.length === PAGE ? rows.at(-1) : undefined
  if (last) return { ...pass, after: last._id, shop }
  return { ...pass, phase: 'grade', after: '', shop }
}
