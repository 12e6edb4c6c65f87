// Hands a fixed withdrawal to WeChat under its one bill number; repeating it never pays twice.
import { MINUTE_MS } from '@contract/time'
import type { Withdrawal } from '@contract/model/ledger'
import { PayRefused, PayUnknown } from '../../ports/payments'
import type { TransferState } from '../../ports/transfers'
import type { World } from '../../ports/world'
import { maySendName } from '../../domain/withdrawal/name-rule'
import { SealBroken, SealNotConfigured } from '../../ports/seal'
import { nameFailure } from '../outbox/name-failure'
import { raiseAlert } from '../outbox/raise-alert'
import { openIdentities } from '../real-name/open-identities'
import { applyTransferState } from './apply-transfer-state'

/** Shown to the receiver; the same on every retry. */
const REMARK = '推广佣金提现'
/** Refusals that say nothing against this bill: it is offered again, with the same number. */
const PASSING: readonly string[] = ['NOT_ENOUGH', 'FREQUENCY_LIMITED', 'RATELIMIT_EXCEEDED']

/** An unknown outcome changes nothing: the sweep asks later. */
export async function sendTransfer(world: World, withdrawal: Withdrawal): Promise<void> {
  const { outBillNo, openid, netFen: amountFen } = withdrawal
  const userName = await nameFor(world, withdrawal)
  const bill = { outBillNo, openid, amountFen, remark: REMARK }
  let state: TransferState
  try {
    state = await world.transfers.dispatch({ ...bill, ...(userName ? { userName } : {}) })
  } catch (error) {
    if (error instanceof PayRefused) return hearRefusal(world, withdrawal, error)
    if (!(error instanceof PayUnknown)) throw error
    world.log.warn('transfer-unknown', { id: withdrawal._id, error: nameFailure(error) })
    return
  }
  await applyTransferState(world, withdrawal, state)
}

/** The name that was fixed at dispatch, where WeChat takes one: the same on every try. */
async function nameFor(world: World, withdrawal: Withdrawal): Promise<string | null> {
  const { _id, memberId, payee, netFen } = withdrawal
  if (payee === null || !maySendName(netFen)) return null
  const use = { by: null, purpose: 'payout', subject: _id, reason: '打款' } as const
  try {
    const opened = await openIdentities(world, [{ memberId, identity: payee }], use)
    return opened.get(memberId)?.name ?? null
  } catch (error) {
    if (error instanceof SealBroken || error instanceof SealNotConfigured) {
      const message = '收款人的实名信息打不开，款打不出去，请检查加密密钥'
      await raiseAlert(world, { kind: 'REAL_NAME_SEALED', subjectId: _id, message })
    }
    throw error
  }
}

/** A refusal counts only if no bill stands under the number, and even then not at once: see follow-withdrawal. */
async function hearRefusal(world: World, withdrawal: Withdrawal, refusal: PayRefused) {
  const { _id, outBillNo } = withdrawal
  world.log.warn('transfer-refused', { id: _id, error: nameFailure(refusal) })
  const state = await world.transfers.query(outBillNo)
  if (state.state !== 'not-found') return applyTransferState(world, withdrawal, state)
  const isPassing = PASSING.includes(refusal.code)
  const reason = isPassing
    ? null
    : `微信没有受理：${refusal.explanation || refusal.code}`.slice(0, 100)
  const set = { reason, checkAt: world.now + 2 * MINUTE_MS }
  await world.store.updateIf('withdrawals', _id, { status: 'dispatched' }, { set })
  if (refusal.code !== 'NOT_ENOUGH') return
  const message = '商户号余额不足，提现暂时打不出去，充值后会自动重试'
  await raiseAlert(world, { kind: 'TRANSFER_NOT_ENOUGH', subjectId: _id, message })
}
