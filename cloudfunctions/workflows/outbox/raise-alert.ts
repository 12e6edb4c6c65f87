// Tells the owner's desk that something needs a person; the same matter is told once.
import type { World } from '../../ports/world'

/** `message` is Chinese, for the owner: no names, phones or keys. */
export async function raiseAlert(
  world: World,
  alert: { readonly kind: string; readonly subjectId: string; readonly message: string },
): Promise<void> {
  world.log.warn('alert', { kind: alert.kind, subjectId: alert.subjectId })
  const _id = `${alert.kind}:${alert.subjectId}`
  await world.store.insert('alerts', { _id, ...alert, at: world.now, isOpen: true })
}
