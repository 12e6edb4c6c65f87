// 顾客争议: when a claim, an answer and a decision are allowed, as a table.
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import type { Dispute } from '@contract/model/dispute'
import {
  isRipe,
  judgeAnswer,
  judgeClaim,
  judgeDecision,
} from '../../cloudfunctions/domain/dispute/judge-dispute'
import type { Verdict } from '../../cloudfunctions/domain/refuse'

const NOON = Date.UTC(2026, 4, 1, 4)
const mei = { _id: 'dst_mei', status: 'active', uplineIds: ['dst_lan'] } as const
const active = { status: 'active' } as const
const left = { status: 'exited', exit: { at: NOON - HOUR_MS, by: 'self', reason: '' } } as const
const bound = (change: Partial<Attribution> = {}): Attribution => ({
  _id: 'mbr_kai',
  distributorId: 'dst_zoe',
  shareCode: null,
  rule: 'first-touch',
  boundAt: NOON - DAY_MS,
  expireAt: NOON + DAY_MS,
  isPurchased: false,
  ...change,
})
const outcome = (verdict: Verdict) => (verdict.isAllowed ? 'allowed' : verdict.refusal.code)

describe('Mei claims', () => {
  it.each([
    ['Kai, who is Zoe’s', 'mbr_kai', bound(), active, 'allowed'],
    ['Kai, who is Zoe’s for good', 'mbr_kai', bound({ expireAt: null }), active, 'allowed'],
    ['Kai, while Zoe is frozen', 'mbr_kai', bound(), { status: 'frozen' }, 'allowed'],
    ['Kai, who is nobody’s', 'mbr_kai', null, null, 'DISPUTE_NOBODYS'],
    ['Kai, run out', 'mbr_kai', bound({ expireAt: NOON }), active, 'DISPUTE_NOBODYS'],
    ['Kai, whose distributor left', 'mbr_kai', bound(), left, 'DISPUTE_NOBODYS'],
    ['Kai, her own', 'mbr_kai', bound({ distributorId: 'dst_mei' }), active, 'DISPUTE_MINE'],
    ['herself', 'mbr_mei', bound({ _id: 'mbr_mei' }), active, 'DISPUTE_RING'],
    ['Lan, who invited her', 'mbr_lan', bound({ _id: 'mbr_lan' }), active, 'DISPUTE_RING'],
  ] as const)('%s', (_label, customerId, current, holder, expected) => {
    const claim = { claimant: mei, customerId, current, holder, now: NOON }
    expect(outcome(judgeClaim(claim))).toBe(expected)
  })
})

const raised: Dispute = {
  _id: 'dsp_1',
  customerId: 'mbr_kai',
  customerName: '阿凯',
  claimantId: 'dst_mei',
  claimantName: '林晓梅',
  holderId: 'dst_zoe',
  holderName: '周一',
  status: 'raised',
  isOpen: true,
  raisedAt: NOON,
  requestId: '01',
  answerBy: NOON + 3 * DAY_MS,
  claim: { words: '是我带来的', pictures: [], at: NOON },
  answer: null,
  decision: null,
  endedAt: null,
}
const said = { stance: 'keep', words: '不是', pictures: [], at: NOON + HOUR_MS } as const
const answered: Dispute = { ...raised, status: 'answered', answer: said }
const ended: Dispute = { ...raised, status: 'dismissed', isOpen: false }

describe('is heard before it is decided', () => {
  it.each([
    ['no answer, a minute later', raised, NOON + 60_000, 'allowed', 'DISPUTE_UNHEARD'],
    ['no answer, last moment', raised, raised.answerBy - 1, 'allowed', 'DISPUTE_UNHEARD'],
    ['no answer, time over', raised, raised.answerBy, 'allowed', 'allowed'],
    ['answered', answered, NOON + HOUR_MS, 'DISPUTE_ANSWERED', 'allowed'],
    ['ended', ended, NOON + 4 * DAY_MS, 'DISPUTE_ENDED', 'DISPUTE_ENDED'],
  ] as const)('%s', (_label, dispute, now, answer, decision) => {
    expect(outcome(judgeAnswer(dispute))).toBe(answer)
    expect(outcome(judgeDecision(dispute, now, 'then'))).toBe(decision)
    expect(isRipe(dispute, now)).toBe(decision === 'allowed')
  })
})
