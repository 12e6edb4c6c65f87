// 分销: joining, sharing, commissions, wallet and withdrawal of the caller.
import { action } from '../action'
import * as z from '../schema'
import {
  commissionRow,
  commissionStatus,
  distributorStatus,
  none,
  shelfProduct,
  tier,
  walletView,
  withdrawalRow,
} from './views'
import { explainedCommission } from './explanation'
import { walletMovement } from './wallet-views'
import { applicationAnswers } from './recruitment'
import { taxMode, taxStep } from './tax-views'
import { tierNews } from './tier'

export const distributor = {
  'distributor.getApplication': action({
    summary: 'How far the caller is in becoming a distributor, and who invited them.',
    who: ['shopper'],
    kind: 'read',
    input: () => z.object({ shareCode: z.text(32).optional() }),
    output: () =>
      z.object({
        status: distributorStatus().nullable(),
        rejectReason: z.string().nullable(),
        inviterName: z.string().nullable(),
        rateText: z.array(z.rate()),
        freezeDays: z.number().int().nullable(),
      }),
  }),
  'distributor.apply': action({
    summary:
      'Asks to become a distributor. No fee, no purchase; the inviter is who shared the link.',
    who: ['shopper'],
    kind: 'set',
    input: () =>
      z.object({
        name: z.text(20),
        shareCode: z.text(32).optional(),
        ...applicationAnswers(),
      }),
    output: () => z.object({ status: distributorStatus() }),
  }),
  'distributor.getCentre': action({
    summary: '分销中心: balances, today, what 30 days earned, and what is worth sharing.',
    who: ['distributor'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        name: z.string(),
        tier: tier(),
        wallet: walletView(),
        today: z.object({
          visits: z.number().int(),
          newCustomers: z.number().int(),
          orders: z.number().int(),
          commissionFen: z.amount(),
        }),
        /** Claims to the caller's customers that they have not answered. */
        disputesToAnswer: z.number().int().min(0),
        asOf: z.moment(),
        /** What 30 days up to today accrued, less what was taken back since; oldest first. */
        days: z.array(z.object({ on: z.date(), commissionFen: z.amount() })),
        /** What would earn most, of what sells best. */
        suggestions: z.array(shelfProduct()),
        /** What moved the caller's tier since they last closed such news; null = nothing. */
        tierNews: tierNews().nullable(),
      }),
  }),
  'distributor.listCommissions': action({
    summary: "The caller's commissions, newest first.",
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ status: commissionStatus().optional(), cursor: z.cursor() }),
    output: () => z.pageOf(commissionRow()),
  }),
  'distributor.getCommission': action({
    summary: 'One commission with its stored explanation, line by line.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ commissionId: z.id() }),
    output: () => explainedCommission(),
  }),
  'distributor.getWallet': action({
    summary: 'Balances and the latest movements, each from a ledger entry.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ cursor: z.cursor() }),
    output: () =>
      z.object({
        wallet: walletView(),
        movements: z.pageOf(walletMovement()),
      }),
  }),
  'distributor.quoteWithdrawal': action({
    summary: 'What a withdrawal would cost and bring: fee, tax, net; and the limits.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ amountFen: z.amount() }),
    output: () =>
      z.object({
        availableFen: z.amount(),
        minFen: z.amount(),
        maxFen: z.amount(),
        leftTodayFen: z.amount(),
        feeFen: z.amount(),
        taxFen: z.amount(),
        netFen: z.amount(),
        /** How the tax comes about, if the money were sent today. */
        taxMode: taxMode(),
        taxSteps: z.array(taxStep()),
        /** Withdrawals that can still be asked for today. */
        leftTodayCount: z.number().int(),
        needsTwoApprovals: z.boolean(),
        /** Why this amount needs a real name; null when it doesn't. */
        nameNeed: z.enum(['tax', 'wechat']).nullable(),
        /** The registered name, masked; null when there is none. */
        realName: z.string().nullable(),
      }),
  }),
  'distributor.requestWithdrawal': action({
    summary: 'Asks for money. The request id names the withdrawal: repeating it asks only once.',
    who: ['distributor'],
    kind: 'fact',
    isOpenAfterExit: true,
    input: () => z.object({ amountFen: z.amount() }),
    output: () => withdrawalRow(),
  }),
  'distributor.listWithdrawals': action({
    summary: "The caller's withdrawals, newest first.",
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ cursor: z.cursor() }),
    output: () => z.pageOf(withdrawalRow()),
  }),
  'distributor.confirmWithdrawal': action({
    summary:
      'Parameters for wx.requestMerchantTransfer of a withdrawal that waits for its receiver.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ withdrawalId: z.id() }),
    output: () => z.object({ mchId: z.string(), appId: z.string(), package: z.string() }),
  }),
  'distributor.checkWithdrawal': action({
    summary: 'Asks WeChat how a dispatched withdrawal stands, and answers with it.',
    who: ['distributor'],
    kind: 'set',
    isOpenAfterExit: true,
    isOpenWhileFrozen: true,
    input: () => z.object({ withdrawalId: z.id() }),
    output: () => withdrawalRow(),
  }),
}
