// 分销员管理: people by what is asked of them; applications that wait come oldest first, everyone else newest first.
import type { Api } from '@contract/api'
import { ZERO } from '@contract/money'
import type { Distributor } from '@contract/model/people'
import type { Where } from '../../ports/store'
import type { Context, World } from '../../ports/world'
import { showCredit } from '../../domain/credit/show-credit'
import { isInCharge } from '../../domain/staff/is-in-charge'
import { unpackFigures } from '../../domain/aggregate/pack-figures'
import { readMatching } from '../read-matching'
import { readPage, type Page } from '../read-page'
import { findOfNote } from './find-of-note'
import { matchesPerson } from '../../domain/people/match-person'
import { showAvatar } from '../shop/show-avatar'
import { readInCharge } from '../staff/read-in-charge'

type Input = Api['owner.listDistributors']['parsed']
type Output = Api['owner.listDistributors']['output']
type People = Page<Distributor>

const NOBODY: ReadonlyMap<string, string | null> = new Map()

/**
 * Status, tier and a part of the name are asked of the database. What stands in other collections (sales, earnings,
 * what is of note, who is quiet) is looked up for the people of a page, which is read on until it is full.
 */
export async function listDistributors(ctx: Context, input: Input): Promise<Output> {
  const { rows, next } = await readPeople(ctx, input)
  return { rows: await showPeople(ctx, rows), next }
}

function readPeople(ctx: Context, input: Input): Promise<People> {
  if (input.only === 'of-note') return readOfNote(ctx, input)
  if (input.sort === 'sales') return readBy(ctx, input, 'distributor_figures', 'salesFen')
  if (input.sort === 'earnings') return readBy(ctx, input, 'wallets', 'earnedFen')
  return readNewest(ctx, input)
}

function readNewest(ctx: Context, input: Input): Promise<People> {
  const { status, tier, search, only, credit, manager, cursor } = input
  const isOfThoseHere = credit !== undefined || manager !== undefined
  const where: Where = {
    ...(isOfThoseHere ? { status: { in: ['active', 'frozen'] } } : {}),
    ...(only === 'quiet' ? { status: 'active' } : {}),
    ...(status === undefined ? {} : { status }),
    ...(tier === undefined ? {} : { tier, admittedAt: { gt: 0 } }),
    ...(credit === undefined ? {} : { 'credit.grade': credit }),
    ...(manager === undefined || manager === 'none' ? {} : { managerId: manager }),
    ...(search === '' ? {} : { name: { contains: search } }),
    ...(only === 'tier-held' ? { 'tierHold.at': { gt: 0 } } : {}),
  }
  const direction = status === 'applied' ? 'asc' : 'desc'
  const options = { where, by: 'appliedAt', direction, cursor } as const
  if (only === undefined && !isOfThoseHere) return readPage(ctx.store, 'distributors', options)
  return readMatching(ctx.store, 'distributors', options, (people) => pick(ctx, input, people))
}

/** Those with any at all, the most first. */
function readBy<C extends 'wallets' | 'distributor_figures'>(
  ctx: Context,
  input: Input,
  collection: C,
  by: C extends 'wallets' ? 'earnedFen' : 'salesFen',
): Promise<People> {
  const options = { where: { [by]: { gt: 0 } }, by, cursor: input.cursor } as const
  return readMatching(ctx.store, collection, options as never, async (rows) => {
    const ids = rows.map(({ _id }) => _id)
    const known = await peopleOf(ctx, ids)
    const picked = await pick(ctx, input, [...known.values()])
    const wanted = new Map(picked.map((person) => [person?._id, person]))
    return ids.map((id) => wanted.get(id) ?? null)
  })
}

/** Few at any time: all of them on one page, whatever the order. */
async function readOfNote(ctx: Context, input: Input): Promise<People> {
  const known = await peopleOf(ctx, await findOfNote(ctx))
  const picked = await pick(ctx, input, [...known.values()])
  const rows = picked.filter((person) => person !== null)
  return { rows: rows.sort((a, b) => b.appliedAt - a.appliedAt), next: null }
}

async function pick(
  ctx: Context,
  input: Input,
  people: readonly Distributor[],
): Promise<(Distributor | null)[]> {
  const [livelyOn, managers] = await Promise.all([
    input.only === 'quiet' ? readLively(ctx, people) : NOBODY,
    input.manager === undefined ? null : readInCharge(ctx),
  ])
  return people.map((person) => {
    const { _id: id, managerId = null } = person
    const facts = {
      livelyOn: livelyOn.get(id) ?? null,
      managerId: managerId !== null && managers?.has(managerId) ? managerId : null,
    }
    const isWanted = matchesPerson(input, person, facts, ctx.now)
    return isWanted ? person : null
  })
}

async function peopleOf({ store }: World, ids: readonly string[]) {
  const people = await store.getMany('distributors', ids)
  return new Map(people.map((person) => [person._id, person]))
}

async function readLively({ store }: World, people: readonly Distributor[]) {
  const ids = people.map(({ _id }) => _id)
  const figures = await store.getMany('distributor_figures', ids)
  return new Map(figures.map(({ _id, livelyOn }) => [_id, livelyOn ?? null]))
}

async function showPeople({ store }: World, people: readonly Distributor[]) {
  const ids = people.map(({ _id }) => _id)
  const [inviters, wallets, figures, members] = await Promise.all([
    store.getMany(
      'distributors',
      people.flatMap((person) => person.inviterId ?? []),
    ),
    store.getMany('wallets', ids),
    store.getMany('distributor_figures', ids),
    store.getMany('members', [
      ...new Set(people.flatMap(({ memberId, managerId }) => [memberId, managerId ?? []].flat())),
    ]),
  ])
  const managers = new Map(members.filter(isInCharge).map(({ _id, nickname }) => [_id, nickname]))
  const avatars = new Map(members.map(({ _id, avatar }) => [_id, avatar]))
  const names = new Map(inviters.map(({ _id, name }) => [_id, name]))
  const earned = new Map(wallets.map(({ _id, earnedFen }) => [_id, earnedFen]))
  const known = new Map(figures.map((stored) => [stored._id, unpackFigures(stored)]))
  return people.map((person) => ({
    id: person._id,
    name: person.name,
    ...showAvatar(avatars.get(person.memberId)),
    status: person.status,
    tier: person.tier,
    inviterName: names.get(person.inviterId ?? '') ?? null,
    appliedAt: person.appliedAt,
    admittedAt: person.admittedAt,
    earnedFen: earned.get(person._id) ?? ZERO,
    salesFen: known.get(person._id)?.ever.salesFen ?? ZERO,
    livelyOn: known.get(person._id)?.livelyOn ?? null,
    isTierHeld: person.tierHold !== undefined,
    credit: showCredit(person)?.grade ?? null,
    managerName: managers.get(person.managerId ?? '') ?? null,
  }))
}
