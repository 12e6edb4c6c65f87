// 一个人的一页: who they are, how they stand, what they brought, and what to look at twice: a dozen reads at most.
import type { Api } from '@contract/api'
import { fen } from '@contract/money'
import type { Distributor } from '@contract/model/people'
import type { Withdrawal } from '@contract/model/ledger'
import { unpackOrNull } from '../../domain/aggregate/pack-figures'
import { NO_SUMS } from '../../domain/aggregate/sums'
import { signingOf } from '../../domain/agreement/signing-state'
import { showCredit } from '../../domain/credit/show-credit'
import { refuse } from '../../domain/refuse'
import { isInCharge } from '../../domain/staff/is-in-charge'
import { isHeld } from '../../domain/tier/judge-tier'
import type { Context } from '../../ports/world'
import { readAnswers } from '../recruitment/read-answers'
import { readShop } from '../shop/read-shop'
import { showWallet } from '../wallet/show-wallet'

type Output = Api['owner.getPerson']['output']

/** Of their latest withdrawals so many are looked at. */
const WITHDRAWALS = 10
const ALERTS = 10

/** Refuses DISTRIBUTOR_UNKNOWN. */
export async function getPerson(
  ctx: Context,
  { distributorId }: Api['owner.getPerson']['parsed'],
): Promise<Output> {
  const person = await ctx.store.get('distributors', distributorId)
  if (!person) throw refuse('DISTRIBUTOR_UNKNOWN')
  const [profile, counts, brought, toLookAt] = await Promise.all([
    readProfile(ctx, person),
    countPeople(ctx, person),
    readFigures(ctx, person),
    findToLookAt(ctx, person),
  ])
  return { ...profile, ...counts, ...brought, ...toLookAt }
}

async function readProfile(ctx: Context, person: Distributor) {
  const isOwner = ctx.caller.roles.has('owner')
  const [shop, inviter, manager, answers] = await Promise.all([
    readShop(ctx),
    person.inviterId === null ? null : ctx.store.get('distributors', person.inviterId),
    person.managerId == null ? null : ctx.store.get('members', person.managerId),
    isOwner ? readAnswers(ctx, person) : [],
  ])
  const { state, lapsesAt } = signingOf(shop.agreement, person.signed, ctx.now)
  const { _id: id, name, status, tier, appliedAt, admittedAt, rejectReason, tierHold } = person
  const hold = tierHold && isHeld(person, ctx.now) ? tierHold : null
  return {
    ...{ id, name, status, tier, appliedAt, admittedAt, rejectReason, answers },
    isSelf: person.memberId === ctx.caller.memberId,
    manager: manager && isInCharge(manager) ? { id: manager._id, name: manager.nickname } : null,
    credit: showCredit(person),
    inviter: inviter && { id: inviter._id, name: inviter.name },
    exit: person.exit ? { ...person.exit } : null,
    agreement: {
      state,
      lapsesAt,
      version: person.signed?.version ?? null,
      signedAt: person.signed?.signedAt ?? null,
    },
    tierHold: hold && { reason: hold.reason, untilOn: hold.untilOn },
  }
}

async function countPeople({ store }: Context, { _id: id }: Distributor) {
  const [direct, indirect, customers] = await Promise.all([
    store.count('distributors', { inviterId: id, admittedAt: { gt: 0 } }),
    store.count('distributors', { 'uplineIds.1': id }),
    store.count('attributions', { distributorId: id }),
  ])
  return { direct, indirect, customers }
}

async function readFigures({ store, now }: Context, { _id: id }: Distributor) {
  const [wallet, stored, cursor] = await Promise.all([
    store.get('wallets', id),
    store.get('distributor_figures', id),
    store.get('aggregate_cursors', 'aggregates'),
  ])
  const figures = unpackOrNull(stored)
  const { salesFen, orders, commissionFen, newCustomers } = figures?.ever ?? NO_SUMS
  return {
    wallet: wallet && showWallet(wallet),
    ever: { salesFen: fen(salesFen), orders, commissionFen: fen(commissionFen), newCustomers },
    livelyOn: figures?.livelyOn ?? null,
    asOf: cursor?.asOf ?? now,
  }
}

async function findToLookAt({ store }: Context, { _id: id }: Distributor) {
  const latest = { order: [['requestedAt', 'desc']], limit: WITHDRAWALS } as const
  const withdrawals = await store.find('withdrawals', { distributorId: id }, latest)
  const subjects = [id, ...withdrawals.map(({ _id }) => _id)]
  const alerts = await store.find(
    'alerts',
    { isOpen: true, subjectId: { in: subjects } },
    { order: [['at', 'desc']], limit: ALERTS },
  )
  return {
    flagged: withdrawals.filter(({ flags }) => flags.length > 0).map(showFlagged),
    alerts: alerts.map(({ _id, message, at }) => ({ id: _id, message, at })),
  }
}

function showFlagged({ _id, status, requestedAt, flags }: Withdrawal): Output['flagged'][number] {
  return {
    withdrawalId: _id,
    status,
    at: requestedAt,
    flags: flags.map((flag) => ({ ...flag })),
  }
}
