/** Choosing one SKU by its spec values: what can still be chosen, what cannot and why. Pure. */
import type { Api } from '@/api/call'

export type Product = Api['mall.getProduct']['output']
export type Sku = Product['skus'][number]
/** One value per spec, null while it is open. */
export type Choice = readonly (string | null)[]

export interface SpecOption {
  value: string
  isChosen: boolean
  /** Why it cannot be chosen now; null when it can. */
  reason: '卖完' | '没有这个搭配' | null
}

/** Nothing is left to choose where a spec has a single value. */
export function openingChoice({ specNames, skus }: Product): Choice {
  return specNames.map((_name, spec) => {
    const values = valuesOf(skus, spec)
    return values.length === 1 ? (values[0] ?? null) : null
  })
}

/** Taps a value; tapping the chosen one again opens that spec. */
export function toggled(choice: Choice, spec: number, value: string): Choice {
  return choice.map((chosen, at) => (at === spec ? (chosen === value ? null : value) : chosen))
}

/** The SKU that the choice names, once every spec is chosen. */
export function chosenSku(skus: readonly Sku[], choice: Choice): Sku | undefined {
  if (choice.includes(null)) return undefined
  return skus.find((sku) => choice.every((value, spec) => sku.specValues[spec] === value))
}

/** The values of one spec, each with whether it fits what is chosen of the others. */
export function optionsOf(skus: readonly Sku[], choice: Choice, spec: number): SpecOption[] {
  return valuesOf(skus, spec).map((value) => {
    const wanted = choice.map((chosen, at) => (at === spec ? value : chosen))
    const fitting = skus.filter((sku) =>
      wanted.every((chosen, at) => chosen === null || sku.specValues[at] === chosen),
    )
    return { value, isChosen: choice[spec] === value, reason: reasonOf(fitting) }
  })
}

function reasonOf(fitting: readonly Sku[]): SpecOption['reason'] {
  if (fitting.length === 0) return '没有这个搭配'
  return fitting.some((sku) => sku.available > 0) ? null : '卖完'
}

function valuesOf(skus: readonly Sku[], spec: number): string[] {
  return [...new Set(skus.map((sku) => sku.specValues[spec] ?? ''))]
}

/** The specs that are still open, in words: "规格、重量". */
export function openSpecs({ specNames }: Product, choice: Choice): string {
  return specNames.filter((_name, spec) => choice[spec] === null).join('、')
}

/** Lowest and highest price among the SKUs. */
export function priceRange(skus: readonly Sku[]): { fromFen: number; toFen: number } | null {
  const prices = skus.map((sku) => sku.priceFen)
  if (prices.length === 0) return null
  return { fromFen: Math.min(...prices), toFen: Math.max(...prices) }
}

/** The one whose price stands before one is chosen. */
export function lowestSku(skus: readonly Sku[]): Sku | undefined {
  const range = priceRange(skus)
  return skus.find(({ priceFen }) => priceFen === range?.fromFen)
}

/** The price a card or poster names, and whether other SKUs cost more. */
export function startingPrice({ skus }: Pick<Product, 'skus'>) {
  const { fromFen = 0, toFen = 0 } = priceRange(skus) ?? {}
  return { priceFen: fromFen, isFrom: toFen > fromFen }
}
