// Tells the owner's desk that something needs a person; the same matter is told once, and anew when it comes back.
import type { Where } from '../../ports/store'
import type { World } from '../../ports/world'

/**
 * `message` is Chinese, for the owner: no names, phones or keys. What a person closed stays closed unless `isAnew` says
 * that the matter has come back since; what had solved itself is opened again by itself.
 */
export async function raiseAlert(
  world: World,
  alert: { readonly kind: string; readonly subjectId: string; readonly message: string },
  isAnew = false,
): Promise<void> {
  world.log.warn('alert', { kind: alert.kind, subjectId: alert.subjectId })
  const _id = `${alert.kind}:${alert.subjectId}`
  const fresh = { _id, ...alert, at: world.now, isOpen: true }
  if (await world.store.insert('alerts', fresh)) return
  const closed: Where = { isOpen: false, ...(isAnew ? {} : { 'closing.by': 'system' }) }
  const set = { isOpen: true, at: world.now, message: alert.message }
  await world.store.updateIf('alerts', _id, closed, { set, unset: ['closing'] })
}
