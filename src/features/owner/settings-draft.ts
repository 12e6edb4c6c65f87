/** Name, motto and withdrawal limits as they are written on the page, and what is wrong with them. Pure. */
import type { Api } from '@/api/call'
import { TRANSFERS } from '@contract/model/shop'
import { fenFromText, fenToText } from '@contract/money'

export type ShopSettings = Api['owner.getShopSettings']['output']
type Limits = ShopSettings['withdrawal']
type Saved = Api['owner.saveShopSettings']['input']

export interface SettingsDraft {
  /** The version it was written over. */
  basedOn: number
  name: string
  motto: string
  /** Yuan as text, the count as digits. */
  limits: Record<keyof Limits, string>
}

const AMOUNTS = ['minFen', 'maxFen', 'dailyFen', 'fourEyesFen', 'feeFen'] as const

/** ¥20,000 as `20000`, ¥0.50 as `0.50`: nobody has to write over a `.00`. */
const yuan = (fen: number) => fenToText(fen).replace(/\.00$/, '')

export function draftOf({ version, name, motto, withdrawal }: ShopSettings): SettingsDraft {
  const { minFen, maxFen, dailyFen, dailyCount, fourEyesFen, feeFen } = withdrawal
  return {
    basedOn: version,
    name,
    motto,
    limits: {
      minFen: yuan(minFen),
      maxFen: yuan(maxFen),
      dailyFen: yuan(dailyFen),
      dailyCount: String(dailyCount),
      fourEyesFen: yuan(fourEyesFen),
      feeFen: yuan(feeFen),
    },
  }
}

/** Null while something isn't an amount or a count. */
function limitsOf({ limits }: SettingsDraft): Limits | null {
  const amounts = AMOUNTS.map((key) => [key, fenFromText(limits[key])] as const)
  const isCount = /^\d{1,2}$/.test(limits.dailyCount.trim())
  if (!isCount || amounts.some(([, fen]) => fen === null)) return null
  const dailyCount = Number(limits.dailyCount)
  return { ...(Object.fromEntries(amounts) as Omit<Limits, 'dailyCount'>), dailyCount }
}

export type Faults = Partial<Record<'name' | keyof Limits, string>>

/** What is wrong, field by field; the server checks the same once more. */
export function faultsOf(draft: SettingsDraft): Faults {
  const faults: Faults = draft.name.trim() === '' ? { name: '店名不能空着' } : {}
  for (const key of AMOUNTS) {
    if (fenFromText(draft.limits[key]) === null) faults[key] = '写一个金额，最多两位小数'
  }
  const limits = limitsOf(draft)
  if (!limits) {
    return /^\d{1,2}$/.test(draft.limits.dailyCount.trim())
      ? faults
      : { ...faults, dailyCount: '写 1 到 10' }
  }
  return { ...faults, ...clashes(limits) }
}

function clashes({ minFen, maxFen, dailyFen, dailyCount, fourEyesFen, feeFen }: Limits): Faults {
  return {
    ...(minFen < TRANSFERS.leastFen ? { minFen: '微信最少转 ¥0.10' } : {}),
    ...(minFen >= TRANSFERS.leastFen && feeFen + TRANSFERS.leastFen > minFen
      ? { feeFen: '要比一次最少低 ¥0.10 以上' }
      : {}),
    ...(maxFen < minFen ? { maxFen: '不能低于一次最少' } : {}),
    ...(dailyFen < maxFen ? { dailyFen: '不能低于一次最多' } : {}),
    ...(dailyFen > TRANSFERS.dailyFen ? { dailyFen: '微信一人一天最多 ¥20,000' } : {}),
    ...(dailyCount < 1 || dailyCount > TRANSFERS.dailyCount ? { dailyCount: '写 1 到 10' } : {}),
    ...(fourEyesFen > TRANSFERS.dailyFen ? { fourEyesFen: '最高 ¥20,000' } : {}),
  }
}

/** What is saved; null while something is wrong. */
export function inputOf(draft: SettingsDraft): Saved | null {
  const withdrawal = limitsOf(draft)
  if (!withdrawal || Object.keys(faultsOf(draft)).length > 0) return null
  const { basedOn, name, motto } = draft
  return { basedOn, name: name.trim(), motto: motto.trim(), withdrawal }
}

/** What it says, whatever it was written over. */
export const saidBySettings = ({ name, motto, limits }: SettingsDraft) => [name, motto, limits]

export const areLimitsSame = (a: SettingsDraft, b: SettingsDraft) =>
  JSON.stringify(a.limits) === JSON.stringify(b.limits)
