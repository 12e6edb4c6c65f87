// Disputes about customers in the states that pages show: one raised, one answered, one decided.
import { suffixOf } from '@contract/ids'
import type { Person, TestWorld } from '../../support/world'
import type { ShopData } from './shops.data'

export interface DisputeIds {
  /** Against the sharer: their answer is wanted. */
  readonly raisedDispute: string
  /** The sharer's, about a customer of the inviter's: the shop's decision is wanted. */
  readonly answeredDispute: string
  /** The sharer's too: the customer was given to them. */
  readonly decidedDispute: string
}

/** @param orderId an order of the sharer's customer, by which the inviter claims them */
export async function layOutDisputes(
  world: TestWorld,
  data: ShopData,
  orderId: string,
): Promise<DisputeIds> {
  const [boss, lan, mei] = [world.as('boss'), world.as('lan'), world.as('mei')]
  const { disputeId: raisedDispute } = await lan.call('distributor.raiseDispute', {
    about: { kind: 'order', orderNumber: suffixOf(orderId) },
    words: claimWords(data),
  })
  const claim = async (key: string, nickname: string) => {
    const customer = world.as(key)
    await customer.call('mall.setNickname', { nickname })
    // Whoever is the inviter's customer stays it when they open the sharer's link.
    for (const sharer of [lan, mei]) await follow(customer, sharer)
    const { disputeId } = await mei.call('distributor.raiseDispute', {
      about: { kind: 'visitor', customerId: customer.memberId },
      words: `${nickname}常来问我${data.category}怎么泡。`,
    })
    return disputeId
  }
  const answer = (disputeId: string, stance: 'keep' | 'yield', words: string) =>
    lan.call('distributor.answerDispute', { disputeId, stance, words })

  const answeredDispute = await claim('contested', data.contested)
  await answer(answeredDispute, 'keep', `${data.contested}是我茶会上认识的。`)
  const decidedDispute = await claim('given', data.given)
  await answer(decidedDispute, 'yield', '她来照应更合适。')
  const reason = `${data.given}一直是她在照应。`
  const decision = { disputeId: decidedDispute, outcome: 'upheld', reason } as const
  await boss.call('owner.decideDispute', decision)
  return { raisedDispute, answeredDispute, decidedDispute }
}

/** What the inviter says of the sharer's customer. */
export const claimWords = (data: ShopData) => `第一次买${data.category}是我陪着挑的。`

async function follow(customer: Person, sharer: Person): Promise<void> {
  const shop = { target: { kind: 'shop' }, channel: 'friend' } as const
  const { shareCode } = await sharer.call('distributor.createShare', shop)
  await customer.call('mall.openShare', { shareCode })
}
