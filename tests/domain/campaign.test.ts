// 活动: what it is at a moment, and whether a share of it leads there.
import { describe, expect, it } from 'vitest'
import type { CampaignStatus } from '@contract/model/campaign'
import type { ShareTarget } from '@contract/model/distribution'
import { campaignState } from '../../cloudfunctions/domain/campaign/campaign-state'
import { judgeTarget } from '../../cloudfunctions/domain/share/judge-target'
import { targetKey } from '../../cloudfunctions/domain/share/target-key'

const [START, END] = [1_000, 2_000]
const of = (status: CampaignStatus) => ({ title: '冬茶节', status, startAt: START, endAt: END })
const target: ShareTarget = { kind: 'campaign', campaignId: 'cmp_1' }

describe('活动在某一刻', () => {
  it.each<[string, CampaignStatus, number, string, string | null]>([
    ['草稿', 'draft', 1_500, 'draft', 'campaign-withdrawn'],
    ['发布了，开始前一毫秒', 'published', 999, 'to-come', 'campaign-to-come'],
    ['发布了，开始那一刻', 'published', 1_000, 'running', null],
    ['发布了，结束前一毫秒', 'published', 1_999, 'running', null],
    ['发布了，结束那一刻', 'published', 2_000, 'ended', 'campaign-ended'],
    ['撤下了', 'withdrawn', 1_500, 'withdrawn', 'campaign-withdrawn'],
  ])('%s', (_case, status, now, state, why) => {
    expect(campaignState(of(status), now)).toBe(state)
    const gone = judgeTarget(target, { product: null, campaign: of(status) }, now)
    expect(gone?.why ?? null).toBe(why)
    // Only what is still to come has a day to wait for.
    expect(gone?.startAt ?? null).toBe(state === 'to-come' ? START : null)
  })
})

describe('分享指向的', () => {
  const nothing = { product: null, campaign: null }
  it.each<[string, ShareTarget, string | null]>([
    ['整个店一直在', { kind: 'shop' }, null],
    ['邀请一直在', { kind: 'invitation' }, null],
    ['商品删了', { kind: 'product', productId: 'prd_1' }, 'product-off-shelf'],
    ['活动删了', target, 'campaign-withdrawn'],
  ])('%s', (_case, of, why) => {
    expect(judgeTarget(of, nothing, 0)?.why ?? null).toBe(why)
  })

  it.each<[ShareTarget, string]>([
    [{ kind: 'product', productId: 'prd_1' }, 'product:prd_1'],
    [target, 'campaign:cmp_1'],
    [{ kind: 'shop' }, 'shop'],
    [{ kind: 'invitation' }, 'invitation'],
  ])('在漏斗里叫 $1', (of, key) => {
    expect(targetKey(of)).toBe(key)
  })
})
