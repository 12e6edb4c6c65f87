// Three disputes about customers, late in the demo year: one decided, one to decide, one to answer; from a chance of
// their own, and none of them moves a customer, so that the rest of the year is the same with them and without.
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

type About = Api['distributor.raiseDispute']['input']['about']

export function planDisputes(stage: Stage, end: number): void {
  const aside = new Stage(stage.cloud, stage.wechat, createChance(SEED))
  const on = (daysAgo: number, run: () => Promise<void>) =>
    stage.plan(end - daysAgo * DAY_MS - 3 * HOUR_MS, run)
  planDecided(aside, on)
  planAnswered(aside, on)
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
  const open = async (sharer: string) => {
    const asked = { target: { kind: 'shop' }, channel: 'friend' } as const
    const shareCode = await shareCodeOf(aside, sharer, asked)
    await aside.call(GUEST, 'mall.openShare', { shareCode })
  }
  on(12, async () => {
    await open('bo')
    await aside.call(GUEST, 'mall.setNickname', { nickname: '石一诺' })
  })
  on(11, () => open('mei'))
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

/** By the number of a paid order of theirs. */
async function orderOf(aside: Stage, buyer: string): Promise<About> {
  const { rows } = await aside.call(buyer, 'mall.listOrders', { filter: 'all' })
  const paid = rows.find(({ status }) => status !== 'created' && status !== 'closed')
  return { kind: 'order', orderNumber: suffixOf(paid?.id ?? '') }
}
