/** The region picker's columns: province, city, district, with a line of the app's own on top where it gives one. */
import { said, type Columns } from './pick-columns'
import { REGION_CODES, REGIONS } from './regions.data'

const LEVELS = ['province', 'city', 'region']

export function region({ value, customItem, level }: Readonly<Record<string, unknown>>): Columns {
  const custom = typeof customItem === 'string' && customItem !== '' ? [customItem] : []
  const depth = Math.max(1, LEVELS.indexOf(said(level) || 'region') + 1 || LEVELS.length)
  const provinces = [...custom, ...Object.keys(REGIONS)]
  const cities = (province: string) => [...custom, ...Object.keys(REGIONS[province] ?? {})]
  const districts = (province: string, city: string) => [
    ...custom,
    ...(REGIONS[province]?.[city] ?? []),
  ]
  const pick = (lines: readonly string[], at: number | undefined) =>
    lines[at ?? 0] ?? lines[0] ?? ''
  const names = (chosen: readonly number[]): string[] => {
    const province = pick(provinces, chosen[0])
    const city = pick(cities(province), chosen[1])
    return [province, city, pick(districts(province, city), chosen[2])].slice(0, depth)
  }
  const given = Array.isArray(value) ? value.map(String) : []
  const [province = '', city = '', district = ''] = given
  const at = (lines: readonly string[], name: string) => Math.max(0, lines.indexOf(name))
  return {
    lines: (chosen) => {
      const [first = '', second = ''] = names(chosen)
      return [provinces, cities(first), districts(first, second)].slice(0, depth)
    },
    chosen: [
      at(provinces, province),
      at(cities(province), city),
      at(districts(province, city), district),
    ].slice(0, depth),
    value: names,
  }
}

/** The codes that belong to names, as the change event tells them; places the host doesn't know have none. */
export const codesOf = (names: readonly string[]): string[] =>
  names.map((name) => REGION_CODES[name] ?? '')
