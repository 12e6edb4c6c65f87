// Whether two plans say the same, in whatever order their fields were written or stored.
import type { PlanRules } from '@contract/model/distribution'
import { compareCodePoints } from '../text/compare-code-points'

/** Overrides count in their order: it is the owner's. */
export function sameRules(a: PlanRules, b: PlanRules): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).sort(([x], [y]) => compareCodePoints(x, y))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join()}}`
}
