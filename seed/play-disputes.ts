// Disputes about customers, late in the demo year, in each state there is; from a chance of their own, and the one that
// moves a customer moves somebody who only looks, so that the rest of the year is the same with them and without.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suffixOf } from '@contract/ids'
import type { Api } from '@contract/api'
import { DAY_MS, HOUR_MS } from '@contract/time'
import { uploadFile } from '../emulator/cloud'
import { memberIdOf } from '../cloudfunctions/kernel/ids'
import { createChance } from './random'
import { shareCodeOf } from './share-codes'
import { openidOf, Stage } from './stage'

const PICTURES = join(__dirname, 'art', 'pictures')
const SEED = 20261122
/** Came through 何博远's link, and opened 沈若梅's the day after. */
const GUEST = 'guest-shi'
/** Came through 苏婷's link while at 沈若梅's table: the one who is given to her. */
const GIVEN = 'guest-mo'

type About = Api['distributor.raiseDispute']['input']['about']

export function planDisputes(stage: Stage, end: number): void {
  const aside = new Stage(stage.cloud, stage.wechat, createChance(SEED))
  const on = (daysAgo: number, run: () => Promise<void>) =>
    stage.plan(end - daysAgo * DAY_MS - 3 * HOUR_MS, run)
  planDecided(aside, on)
  planAnswered(aside, on)
  planUpheld(aside, on)
  planUnanswered(aside, on)
  planWithdrawn(aside, on)
  on(1, async () => {
    const about = await orderOf(aside, 'qiu')
    const words = '这位顾客第一次来是我陪着挑的茶，后来换了手机才走了别人的链接。'
    await aside.call('ting', 'distributor.raiseDispute', { about, words })
  })
}

type On = (daysAgo: number, run: () => Promise<void>) => void

/** 沈若梅 claimed a customer of 周浩然's; the records said otherwise. */
function planDecided(aside: Stage, on: On): void {
  let disputeId = ''
  on(40, async () => {
    const about = await orderOf(aside, 'feng-y')
    const words = '秋天的茶会上是我请他喝的第一泡，当时说好之后找我买。'
    ;({ disputeId } = await aside.call('mei', 'distributor.raiseDispute', { about, words }))
  })
  on(39, async () => {
    const words = '他是我的老邻居，年初就是打开我的分享来的，之后一直找我买。'
    const answer = { disputeId, stance: 'keep', words } as const
    await aside.call('hao', 'distributor.answerDispute', answer)
  })
  on(38, async () => {
    const reason = '记录里第一次打开和之后的订单都是周浩然的分享，维持原样。茶会的情谊店里记着。'
    const decision = { disputeId, outcome: 'dismissed', reason } as const
    await aside.call('owner', 'owner.decideDispute', decision)
  })
}

/** Both have spoken: it waits for the owner. */
function planAnswered(aside: Stage, on: On): void {
  let disputeId = ''
  on(12, async () => {
    await open(aside, GUEST, 'bo')
    await aside.call(GUEST, 'mall.setNickname', { nickname: '石一诺' })
  })
  on(11, () => open(aside, GUEST, 'mei'))
  on(4, async () => {
    const about = { kind: 'visitor', customerId: memberIdOf(openidOf(GUEST)) } as const
    const words = '十一月初的茶会，他坐我这一桌，聊了一下午。群里的链接是别人先发的，他点错了。'
    const picture = readFileSync(join(PICTURES, 'garden.jpg'))
    const pictures = [await uploadFile(aside.cloud.base, 'pictures/tea-party.jpg', picture)]
    const claim = { about, words, pictures }
    ;({ disputeId } = await aside.call('mei', 'distributor.raiseDispute', claim))
  })
  on(3, async () => {
    const words = '茶会我也在，链接是我在群里发的。他还没买过，听店里的。'
    const answer = { disputeId, stance: 'keep', words } as const
    await aside.call('bo', 'distributor.answerDispute', answer)
  })
}

/** 苏婷 lets a customer go, and the owner gives them to 沈若梅. */
function planUpheld(aside: Stage, on: On): void {
  let disputeId = ''
  on(30, async () => {
    await open(aside, GIVEN, 'ting')
    await aside.call(GIVEN, 'mall.setNickname', { nickname: '莫听雨' })
  })
  on(29, () => open(aside, GIVEN, 'mei'))
  on(26, async () => {
    const about = { kind: 'visitor', customerId: memberIdOf(openidOf(GIVEN)) } as const
    const words = '她是我楼下的邻居，那天在合肥出差，顺手点了苏婷群里的链接。'
    ;({ disputeId } = await aside.call('mei', 'distributor.raiseDispute', { about, words }))
  })
  on(25, async () => {
    const words = '是这样，她那天就说常在沈姐那儿喝茶。归沈姐更合适。'
    const answer = { disputeId, stance: 'yield', words } as const
    await aside.call('ting', 'distributor.answerDispute', answer)
  })
  on(24, async () => {
    const reason = '两边说的一致，从今天起记给沈若梅。'
    const decision = { disputeId, outcome: 'upheld', reason } as const
    await aside.call('owner', 'owner.decideDispute', decision)
  })
}

/** 蒋东升 never answered: it waits for the owner. */
function planUnanswered(aside: Stage, on: On): void {
  on(6, async () => {
    const about = await orderOf(aside, 'you')
    const words = '她是我在福州老客户带来的，最早一直是我在照应。'
    await aside.call('ping', 'distributor.raiseDispute', { about, words })
  })
}

/** 林岚 looked at the records again and took it back. */
function planWithdrawn(aside: Stage, on: On): void {
  let disputeId = ''
  on(17, async () => {
    const about = await orderOf(aside, 'wei')
    const words = '第一次买是我帮她配的礼盒。'
    ;({ disputeId } = await aside.call('lan', 'distributor.raiseDispute', { about, words }))
  })
  on(16, async () => {
    await aside.call('lan', 'distributor.withdrawDispute', { disputeId })
  })
}

async function open(aside: Stage, guest: string, sharer: string): Promise<void> {
  const asked = { target: { kind: 'shop' }, channel: 'friend' } as const
  const shareCode = await shareCodeOf(aside, sharer, asked)
  await aside.call(guest, 'mall.openShare', { shareCode })
}

/** By the number of a paid order of theirs. */
async function orderOf(aside: Stage, buyer: string): Promise<About> {
  const { rows } = await aside.call(buyer, 'mall.listOrders', { filter: 'all' })
  const paid = rows.find(({ status }) => status !== 'created' && status !== 'closed')
  return { kind: 'order', orderNumber: suffixOf(paid?.id ?? '') }
}
