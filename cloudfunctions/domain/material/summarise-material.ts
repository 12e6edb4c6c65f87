// 素材用了多少: counts from the uses alone, for one distributor or for all, so that any stored figure can be made anew.
import {
  MATERIAL_USES,
  type MaterialCounts,
  type MaterialUse,
  type MaterialUser,
} from '@contract/model/material'

export interface MaterialSummary {
  readonly counts: MaterialCounts
  readonly usedCount: number
  /** Who used it, most first; equals in the order of their ids. */
  readonly users: readonly MaterialUser[]
}

/** Of one material's uses; a use given twice counts once. */
export function summariseMaterial(
  materialId: string,
  uses: readonly MaterialUse[],
): MaterialSummary {
  const own = new Map(
    uses.filter((use) => use.materialId === materialId).map((use) => [use._id, use]),
  )
  const byUser = new Map<string, MaterialUse[]>()
  for (const use of own.values()) {
    byUser.set(use.distributorId, [...(byUser.get(use.distributorId) ?? []), use])
  }
  const users = [...byUser].map(([distributorId, theirs]): MaterialUser => {
    const _id = materialUserId(materialId, distributorId)
    return { _id, materialId, distributorId, ...countUses(theirs), usedCount: theirs.length }
  })
  users.sort((a, b) => b.usedCount - a.usedCount || (a.distributorId < b.distributorId ? -1 : 1))
  return { counts: countUses([...own.values()]), usedCount: own.size, users }
}

export const materialUserId = (materialId: string, distributorId: string) =>
  `${materialId}:${distributorId}`

function countUses(uses: readonly MaterialUse[]): MaterialCounts {
  const of = (kind: MaterialUse['kind']) => uses.filter((use) => use.kind === kind).length
  const [copied, saved, shared] = MATERIAL_USES.map(of)
  return { copied: copied ?? 0, saved: saved ?? 0, shared: shared ?? 0 }
}
