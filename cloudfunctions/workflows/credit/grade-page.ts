// Grades one page of people: what each did is read for all of them at once, and only what comes out different is set.
import { monthOf, startOfDate } from '@contract/time'
import type { DistributorFigures } from '@contract/model/aggregate'
import type { Credit, CreditPass } from '@contract/model/credit'
import type { Wallet } from '@contract/model/ledger'
import type { Distributor } from '@contract/model/people'
import type { Shop } from '@contract/model/shop'
import { unpackFigures } from '../../domain/aggregate/pack-figures'
import { isLapsed } from '../../domain/agreement/signing-state'
import { countFreezes } from '../../domain/credit/count-freezes'
import { creditSince, sumMonths } from '../../domain/credit/credit-window'
import { gradeCredit, isSameCredit, mayTakeRefundPoints } from '../../domain/credit/grade-credit'
import type { Conduct } from '../../domain/credit/measure-conduct'
import type { World } from '../../ports/world'
import { inLanes } from '../in-lanes'
import { isReadable, readEach } from '../outbox/leave-out-poisoned'

export interface CreditCounts {
  /** People looked at, grades that came out different, people whose orders were counted. */
  graded: number
  changed: number
  counted: number
}

interface Page {
  readonly shop: Shop
  readonly pass: CreditPass
  readonly counts: CreditCounts
  readonly size: number
}

/** Three reads, and counts of orders for whom they may cost points. Answers after whom to go on; null = done. */
export async function gradePage(world: World, page: Page): Promise<string | null> {
  const { pass, size, counts } = page
  const options = { order: [['_id', 'asc']] as const, limit: size }
  const people = await world.store.find('distributors', { _id: { gt: pass.after } }, options)
  const ids = people.map(({ _id }) => _id)
  const [figures, wallets] = await Promise.all([
    world.store.getMany('distributor_figures', ids),
    world.store.getMany('wallets', ids),
  ])
  const known = {
    figures: new Map((await readEach(world, figures, unpackFigures)).map((own) => [own._id, own])),
    wallets: new Map(wallets.map((row) => [row._id, row])),
  }
  await inLanes(people, (person) =>
    isReadable(world, person, () => gradeOne(world, page, person, known)),
  )
  counts.graded += people.length
  return people.length === size ? (people.at(-1)?._id ?? null) : null
}

interface Known {
  readonly figures: ReadonlyMap<string, DistributorFigures>
  readonly wallets: ReadonlyMap<string, Wallet>
}

async function gradeOne(
  world: World,
  page: Page,
  person: Distributor,
  known: Known,
): Promise<void> {
  const { _id: id, credit } = person
  const isGraded = person.status === 'active' || person.status === 'frozen'
  if (!isGraded) {
    if (credit) await setCredit(world, page, id, null)
    return
  }
  const now = gradeCredit(await readConduct(world, page, person, known))
  if (!isSameCredit(credit, now))
    await setCredit(world, page, id, { ...now, sinceOn: page.pass.on })
}

/** Whoever leaves meanwhile keeps what they have until the next grading takes it away. */
async function setCredit(
  { store }: World,
  { counts }: Page,
  id: string,
  credit: Credit | null,
): Promise<void> {
  const status = {
    in: credit ? ['active', 'frozen'] : ['applied', 'approved', 'rejected', 'exited'],
  }
  const change = credit ? { set: { credit } } : { unset: ['credit'] }
  if (await store.updateIf('distributors', id, { status }, change)) counts.changed += 1
}

async function readConduct(
  world: World,
  { shop, pass, counts }: Page,
  person: Distributor,
  { figures, wallets }: Known,
): Promise<Conduct> {
  const month = monthOf(startOfDate(pass.on))
  const since = creditSince(month)
  const sums = { own: sumMonths(figures.get(person._id) ?? null, month), shop: pass.shop }
  const isCounted = mayTakeRefundPoints(sums)
  if (isCounted) counts.counted += 1
  return {
    ...sums,
    orders: isCounted ? await countOrders(world, person, since) : null,
    debtFen: wallets.get(person._id)?.clawbackFen ?? 0,
    freezes: countFreezes(person.standings, since, world.now),
    isAgreementLapsed: isLapsed(shop.agreement, person, world.now),
  }
}

/** Orders paid since then and credited to them, less what they bought themselves. */
async function countOrders({ store }: World, person: Distributor, since: number) {
  const credited = { 'attribution.distributorId': person._id, paidAt: { gte: since } }
  const own = { ...credited, buyerId: person.memberId }
  const refunded = { refundedFen: { gt: 0 } }
  const [all, bought, allRefunded, boughtRefunded] = await Promise.all([
    store.count('orders', credited),
    store.count('orders', own),
    store.count('orders', { ...credited, ...refunded }),
    store.count('orders', { ...own, ...refunded }),
  ])
  return { paid: all - bought, refunded: allRefunded - boughtRefunded }
}
