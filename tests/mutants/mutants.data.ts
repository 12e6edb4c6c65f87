// Known-bad changes to the way of the money, each a fault that real shops have had: the specifications must catch every one.

export interface Mutant {
  readonly name: string
  readonly file: string
  /** Occurs once in the file. */
  readonly from: string
  readonly to: string
  /** A specification expected to catch it, which is run first; without one the layers are run in turn. */
  readonly caughtBy?: string
}

const WORKFLOWS = 'cloudfunctions/workflows'
const DOMAIN = 'cloudfunctions/domain'
const MONEY = 'tests/workflows/money'

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'no idempotency key: a commission may be accrued again',
    file: `${DOMAIN}/commission/make-commissions.ts`,
    from: 'return `cm:${orderId}:${level}:${distributorId}`',
    to: 'return `cm:${orderId}:${level}:${distributorId}:${Math.random()}`',
  },
  {
    name: 'no idempotency key: a payment may be entered again',
    file: `${WORKFLOWS}/payment/record-payment.ts`,
    from: "if (order.transactionId !== null) return { kind: 'repeated', order }",
    to: '',
    caughtBy: `${MONEY}/notice.test.ts`,
  },
  {
    name: 'no clawback floor: a refund makes the balance negative',
    file: `${DOMAIN}/ledger/pay-into-wallet.ts`,
    from: 'const thereFen = fen(Math.min(amountFen, wallet.availableFen))',
    to: 'const thereFen = amountFen',
  },
  {
    name: 'debts are forgotten when new money comes',
    file: `${DOMAIN}/ledger/pay-into-wallet.ts`,
    from: 'const debtFen = fen(Math.min(amountFen, wallet.clawbackFen))',
    to: 'const debtFen = fen(0)',
  },
  {
    name: 'read-then-write balance: the wallet is read before the transaction',
    file: `${WORKFLOWS}/withdrawal/request-withdrawal.ts`,
    from: 'const wallet = await readWallet(tx, distributorId)',
    // Kept over the tries of the transaction: one that starts over does not look again.
    to: 'const wallet = ((ctx as { seen?: Awaited<ReturnType<typeof readWallet>> }).seen ??= await readWallet(ctx.store, distributorId))',
    caughtBy: `${MONEY}/races.test.ts`,
  },
  {
    name: 'a settlement does not look whether the wallet moved',
    file: `${WORKFLOWS}/settlement/settle-due-commissions.ts`,
    from: 'if (wallet.version !== version || wallet.duesMoved !== duesMoved) return null',
    to: '',
    caughtBy: `${MONEY}/settle.test.ts`,
  },
  {
    name: 'current instead of frozen attribution',
    file: `${WORKFLOWS}/commission/accrue-commissions.ts`,
    from: 'const { attribution } = order\n',
    to: "const now = await world.store.get('attributions', order.buyerId)\n  const attribution = now && order.attribution ? { ...order.attribution, distributorId: now.distributorId } : order.attribution\n",
    caughtBy: `${MONEY}/share.test.ts`,
  },
  {
    name: 'rate of today: the plan in force at accrual pays',
    file: `${WORKFLOWS}/commission/accrue-commissions.ts`,
    from: 'const plan = await readPlan(world, order.planId)',
    to: "const [plan] = await world.store.find('plans', { status: 'published' }, { order: [['publishedAt', 'desc']], limit: 1 })\n  if (!plan) return",
    caughtBy: `${MONEY}/people-and-plan.test.ts`,
  },
  {
    name: 'tier of today: the standing at accrual decides',
    file: `${DOMAIN}/attribution/standing-at.ts`,
    from: 'return begun.at(-1) ?? standings[0] ?? null',
    to: 'return standings.at(-1) ?? null',
  },
  {
    name: 'a frozen distributor still earns',
    file: `${DOMAIN}/commission/find-beneficiaries.ts`,
    from: "if (candidate.status !== 'active') return null",
    to: '',
  },
  {
    name: 'a refund takes commissions on what the line paid first, not on what is left',
    file: `${DOMAIN}/commission/reverse-commissions.ts`,
    from: 'had1Fen: netOf(rows[0]),',
    to: 'had1Fen: (rows[0]?.amountFen ?? ZERO) as Fen,',
  },
  {
    name: 'the cap is forgotten',
    file: `${DOMAIN}/commission/pay-on-base.ts`,
    from: 'if (whole <= cap) return [wanted1, wanted2]',
    to: 'if (whole <= cap || whole > cap) return [wanted1, wanted2]',
  },
  {
    name: 'the fen left over under the cap is lost',
    file: `${DOMAIN}/commission/pay-on-base.ts`,
    from: 'const isRaised = timesWhole(remainder, 2) >= whole',
    to: 'const isRaised = false',
  },
  {
    name: 'the freeze is counted without the after-sale window',
    file: `${DOMAIN}/order/settle-due.ts`,
    from: 'Math.max(freezeDays, afterSaleDays)',
    to: 'Math.min(freezeDays, afterSaleDays)',
  },
  {
    name: 'an open after-sale does not hold settlement',
    file: `${WORKFLOWS}/order/set-settle-due.ts`,
    from: 'if (order.receivedAt === null || order.openAfterSales > 0) return null',
    to: 'if (order.receivedAt === null) return null',
    caughtBy: `${MONEY}/settle.test.ts`,
  },
  {
    name: 'a returned withdrawal is returned again',
    file: `${WORKFLOWS}/withdrawal/return-withdrawal.ts`,
    from: "if (withdrawal.status === 'returned') return",
    to: '',
    caughtBy: `${MONEY}/races.test.ts`,
  },
  {
    name: 'a transfer whose outcome is unknown counts as failed',
    file: `${WORKFLOWS}/withdrawal/send-transfer.ts`,
    from: "    world.log.warn('transfer-unknown', { id: withdrawal._id, error: nameFailure(error) })\n    return",
    to: "    return applyTransferState(world, withdrawal, { state: 'fail', reason: 'UNKNOWN' } as TransferState)",
    caughtBy: `${MONEY}/withdrawal.test.ts`,
  },
  {
    name: 'every try of a transfer has a number of its own',
    file: `${WORKFLOWS}/withdrawal/send-transfer.ts`,
    from: 'const bill = { outBillNo, openid, amountFen, remark: REMARK }',
    to: 'const bill = { outBillNo: `${outBillNo.slice(0, 20)}${world.now % 100000}`, openid, amountFen, remark: REMARK }',
    caughtBy: `${MONEY}/withdrawal.test.ts`,
  },
  {
    name: 'stock is held again when a request is repeated',
    file: `${WORKFLOWS}/stock/hold-stock.ts`,
    from: '{ available: { gte: quantity }, [held]: { exists: false } },',
    to: '{ available: { gte: quantity } },',
    caughtBy: 'tests/workflows/trade/place-order.test.ts',
  },
  {
    name: 'a wallet entry drops the minus sign',
    file: `${DOMAIN}/ledger/enter-commission.ts`,
    from: "const expense = credit('expense:commission', totalOf(settled))",
    to: "const expense = debit('expense:commission', totalOf(settled))",
  },
]
