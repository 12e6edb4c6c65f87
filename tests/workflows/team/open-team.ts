// A team to look at: Lan brought in Mei and He, Mei brought in Yun, Yun brought in Tao; Zhou is Mei's customer.
import type { Person } from '../../support/world'
import { openTrade, type Trade } from '../trade/open-trade'

export interface Team {
  readonly trade: Trade
  readonly lan: Person
  readonly mei: Person
  readonly he: Person
  readonly yun: Person
  readonly tao: Person
  readonly zhou: Person
}

export async function openTeam(): Promise<Team> {
  const trade = await openTrade()
  const { world, owner, tea } = trade
  const [lan, mei, he] = [world.as('lan'), world.as('mei'), world.as('he')]
  const [yun, tao, zhou] = [world.as('yun'), world.as('tao'), world.as('zhou')]
  const admit = async (person: Person, name: string, inviter?: Person) => {
    const target = { kind: 'invitation' } as const
    const invitation = await inviter?.call('distributor.createShare', { target, channel: 'friend' })
    const shareCode = invitation?.shareCode
    await person.call('distributor.apply', { name, ...(shareCode ? { shareCode } : {}) })
    const { distributorId } = person
    await owner.call('owner.decideApplication', { distributorId, isAdmitted: true })
    await world.cloud.advance(1000)
  }
  await admit(lan, '何岚')
  await admit(mei, '林晓梅', lan)
  await admit(he, '何川', lan)
  await admit(yun, '周云清', mei)
  await admit(tao, '陶然', yun)
  const target = { kind: 'product', productId: tea.productId } as const
  const { shareCode } = await mei.call('distributor.createShare', { target, channel: 'friend' })
  await zhou.call('mall.openShare', { shareCode })
  return { trade, lan, mei, he, yun, tao, zhou }
}
