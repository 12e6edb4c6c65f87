// Opening the shop, and who may do what in it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '@contract/model/people'
import type { AuditRecord } from '@contract/model/records'
import { BOOTSTRAP_CODE, openWorld, type TestWorld } from '../../support/world'

let world: TestWorld
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.cloud.reset())
afterAll(() => world.stop())

const claim = { bootstrapCode: BOOTSTRAP_CODE, shopName: '茶与礼' }
const rolesOf = (memberId: string) =>
  world.cloud.database.get<Member>('members', memberId)?.staffRoles

describe('claiming the shop', () => {
  it('an unclaimed shop greets people but shows no shelf', async () => {
    const mei = world.as('mei')
    const session = await mei.call('mall.openSession', {})
    expect(session).toMatchObject({ roles: ['shopper'], shop: { isOpen: false }, cartCount: 0 })
    expect(await mei.refusal('mall.home', {})).toBe('SHOP_NOT_OPEN')
  })

  it('whoever has the code becomes the owner', async () => {
    const boss = world.as('boss')
    await boss.call('owner.claimShop', claim)
    const session = await boss.call('mall.openSession', {})
    expect(session.roles).toEqual(['shopper', 'owner'])
    expect(session.shop).toMatchObject({ name: '茶与礼', isOpen: true })
  })

  it.each([
    ['a wrong code', 'open-sesame-2027'],
    ['the beginning of the code', 'open-sesame'],
  ])('refuses %s and leaves nothing behind', async (_what, bootstrapCode) => {
    const eve = world.as('eve')
    expect(await eve.refusal('owner.claimShop', { ...claim, bootstrapCode })).toBe(
      'BOOTSTRAP_CODE_WRONG',
    )
    expect(world.cloud.database.count('settings')).toBe(0)
    expect(rolesOf(eve.memberId)).toEqual([])
  })

  it('happens once: a repeat is harmless, another person is refused', async () => {
    const boss = world.as('boss')
    const requestId = world.newRequestId()
    await boss.call('owner.claimShop', claim, { requestId })
    await boss.call('owner.claimShop', claim, { requestId })
    expect(await world.as('eve').refusal('owner.claimShop', claim)).toBe('SHOP_ALREADY_CLAIMED')
    expect(rolesOf(boss.memberId)).toEqual(['owner'])
  })

  it('of eight people at once, exactly one becomes the owner', async () => {
    const people = Array.from({ length: 8 }, (_, index) => world.as(`racer-${index}`))
    const outcomes = await Promise.allSettled(
      people.map((person) => person.call('owner.claimShop', claim)),
    )
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    const owners = people.filter((person) => rolesOf(person.memberId)?.includes('owner'))
    expect(owners).toHaveLength(1)
  })
})

describe('staff', () => {
  it('a person without the role can do nothing of the owner', async () => {
    await world.as('boss').call('owner.claimShop', claim)
    const eve = world.as('eve')
    const order = { orderId: 'ord_1', carrier: '顺丰', trackingNumber: 'SF12345' }
    expect(await eve.refusal('owner.getDashboard', { range: 'today' })).toBe('NOT_ALLOWED')
    expect(await eve.refusal('owner.shipOrder', order)).toBe('NOT_ALLOWED')
    expect(await eve.refusal('owner.setStaff', { memberId: eve.memberId, roles: ['owner'] })).toBe(
      'NOT_ALLOWED',
    )
    expect(rolesOf(eve.memberId)).toEqual([])
  })

  it('an owner gives roles and takes them, but none to themself', async () => {
    const [boss, ann] = [world.as('boss'), world.as('ann')]
    await boss.call('owner.claimShop', claim)
    await ann.call('mall.openSession', {})
    await boss.call('owner.setStaff', { memberId: ann.memberId, roles: ['finance'] })
    expect(rolesOf(ann.memberId)).toEqual(['finance'])
    await ann.call('owner.getDashboard', { range: 'today' })
    await boss.call('owner.setStaff', { memberId: ann.memberId, roles: [] })
    expect(rolesOf(ann.memberId)).toEqual([])
    const own = { memberId: boss.memberId, roles: ['owner' as const, 'finance' as const] }
    expect(await boss.refusal('owner.setStaff', own)).toBe('OWN_CASE')
    const nobody = { memberId: 'mbr_nobody', roles: [] }
    expect(await boss.refusal('owner.setStaff', nobody)).toBe('NOT_FOUND')
  })

  it('every act leaves its record, also one that borrows the request id of another', async () => {
    const [boss, ann, eve] = [world.as('boss'), world.as('ann'), world.as('eve')]
    await boss.call('owner.claimShop', claim)
    for (const person of [ann, eve]) await person.call('mall.openSession', {})
    const requestId = world.newRequestId()
    for (const { memberId } of [ann, eve, eve]) {
      await boss.call('owner.setStaff', { memberId, roles: ['finance'] }, { requestId })
    }
    const records = world.cloud.database.find<AuditRecord>('audit_records', {})
    expect(records.map((record) => record.subject).sort()).toEqual(
      [ann.memberId, eve.memberId].sort(),
    )
  })

  it('the last owner stays, also when two owners dismiss each other at once', async () => {
    const [boss, ann] = [world.as('boss'), world.as('ann')]
    await boss.call('owner.claimShop', claim)
    const leave = { memberId: boss.memberId, roles: [] }
    expect(await boss.refusal('owner.setStaff', leave)).toBe('OWN_CASE')
    await ann.call('mall.openSession', {})
    await boss.call('owner.setStaff', { memberId: ann.memberId, roles: ['owner'] })
    await Promise.allSettled([
      boss.call('owner.setStaff', { memberId: ann.memberId, roles: [] }),
      ann.call('owner.setStaff', { memberId: boss.memberId, roles: [] }),
    ])
    const owners = world.cloud.database.find<Member>('members', { staffRoles: 'owner' })
    expect(owners).toHaveLength(1)
    expect(world.cloud.database.get<{ ownerId: string }>('settings', 'shop')?.ownerId).toBe(
      owners[0]?._id,
    )
  })
})

describe('functions without features', () => {
  it('the channel function refuses instead of crashing', async () => {
    const event = { action: 'channel.getBrief', input: {}, requestId: world.newRequestId() }
    const answer = await world.cloud.call('channel', event, { openid: 'o_mei' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'FEATURE_UNAVAILABLE' } })
  })

  it('the open API says so over HTTP, and refuses mini-programs', async () => {
    const { status, body } = await world.cloud.http('open-api', '/products')
    expect(status).toBe(501)
    expect(JSON.parse(body.toString())).toMatchObject({ error: { code: 'FEATURE_UNAVAILABLE' } })
    const answer = await world.cloud.call('open-api', {}, { openid: 'o_mei' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'CALL_REFUSED' } })
  })

  it('an action nobody declared is refused', async () => {
    const event = { action: 'mall.steal', input: {}, requestId: world.newRequestId() }
    const answer = await world.cloud.call('mall', event, { openid: 'o_mei' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'ACTION_UNKNOWN' } })
  })
})
