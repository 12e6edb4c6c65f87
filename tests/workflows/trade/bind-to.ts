// Lan invites Mei, Mei becomes 银毫 and shares the tea, and a person opens Mei's share: they are Mei's customer.
import type { Person } from '../../support/world'
import type { Trade } from './open-trade'

export interface Bound {
  readonly mei: Person
  readonly lan: Person
  readonly shareCode: string
}

export async function bindTo(trade: Trade, customer: Person): Promise<Bound> {
  const { world, owner, tea } = trade
  const [lan, mei] = [world.as('lan'), world.as('mei')]
  await admit(owner, lan, '何岚')
  const invitation = await lan.call('distributor.createShare', {
    target: { kind: 'shop' },
    channel: 'friend',
  })
  await admit(owner, mei, '林晓梅', invitation.shareCode)
  const tier = { distributorId: mei.distributorId, tier: 'silver' as const, reason: '试用' }
  await owner.call('owner.setTier', tier)
  const { shareCode } = await mei.call('distributor.createShare', {
    target: { kind: 'product', productId: tea.productId },
    channel: 'friend',
  })
  await customer.call('mall.openShare', { shareCode })
  return { mei, lan, shareCode }
}

async function admit(owner: Person, person: Person, name: string, shareCode?: string) {
  await person.call('distributor.apply', { name, ...(shareCode ? { shareCode } : {}) })
  await owner.call('owner.decideApplication', {
    distributorId: person.distributorId,
    isAdmitted: true,
  })
}
