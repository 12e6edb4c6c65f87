/** Tells the shop that a material was used. It was used whether or not that gets through: nobody waits for it. */
import { call } from '@/api/call'
import type { Api } from '@/api/call'

type Kind = Api['distributor.recordMaterialUse']['input']['kind']

export function recordUse(materialId: string, kind: Kind): void {
  call('distributor.recordMaterialUse', { materialId, kind }).catch(() => undefined)
}
