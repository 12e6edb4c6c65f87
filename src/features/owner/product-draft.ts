/** A product while it is being written: specs make SKUs, texts become fen, and what is missing is named. Pure. */
import type { Api } from '@/api/call'
import { fenFromText, fenToText } from '@contract/money'

export type Editing = Api['owner.getProduct']['output']
export type StoredProduct = NonNullable<Editing['product']>
export type SaveInput = Api['owner.saveProduct']['input']

export interface SpecValue {
  /** Stays while the text is rewritten, so that a renamed value keeps its SKU. */
  key: string
  text: string
}
export interface Spec {
  key: string
  name: string
  values: SpecValue[]
}
export interface SkuDraft {
  skuId: string | null
  price: string
  marketPrice: string
  /** What a unit costs the shop; empty = not said. */
  cost: string
  /** The stock as the owner wants it; the server gets the difference to what was seen. */
  stock: string
  seenStock: number
  /** This combination is sold. */
  isOffered: boolean
}
export interface ProductDraft {
  id: string | null
  title: string
  subtitle: string
  description: string
  categoryId: string | null
  pictures: string[]
  tags: StoredProduct['tags']
  specs: Spec[]
  /** By combination of value keys. */
  skus: Readonly<Record<string, SkuDraft>>
  /** Numbers the keys of new specs and values: a key is never used twice. */
  nextKey: number
}

export const MAX_PICTURES = 9
export const MAX_SPECS = 3
export const MAX_SKUS = 60

const blankSku: SkuDraft = {
  skuId: null,
  price: '',
  marketPrice: '',
  cost: '',
  stock: '',
  seenStock: 0,
  isOffered: true,
}

export const blankDraft: ProductDraft = {
  id: null,
  title: '',
  subtitle: '',
  description: '',
  categoryId: null,
  pictures: [],
  tags: [],
  specs: [],
  skus: {},
  nextKey: 0,
}

/** All combinations of values, in order; one empty combination when there are no specs. */
export function combinationsOf(specs: readonly Spec[]): SpecValue[][] {
  return specs.reduce<SpecValue[][]>(
    (rows, spec) => rows.flatMap((row) => spec.values.map((value) => [...row, value])),
    [[]],
  )
}

const keyOf = (combination: readonly SpecValue[]) => combination.map(({ key }) => key).join('/')

export interface SkuRow {
  key: string
  values: readonly string[]
  sku: SkuDraft
}

/** The SKU table: what was written stays with its combination; a new one starts with the first one's prices. */
export function rowsOf({ specs, skus }: Pick<ProductDraft, 'specs' | 'skus'>): SkuRow[] {
  const first = Object.values(skus)[0]
  const start = { ...blankSku, price: first?.price ?? '', marketPrice: first?.marketPrice ?? '' }
  return combinationsOf(specs).map((combination) => {
    const key = keyOf(combination)
    return { key, values: combination.map(({ text }) => text.trim()), sku: skus[key] ?? start }
  })
}

export function draftOf(product: StoredProduct): ProductDraft {
  const specs = product.specNames.map((name, at): Spec => {
    const texts = [...new Set(product.skus.map((sku) => sku.specValues[at] ?? ''))]
    return { key: `s${at}`, name, values: texts.map((text, to) => ({ key: `s${at}v${to}`, text })) }
  })
  const stored = new Map(product.skus.map((sku) => [JSON.stringify(sku.specValues), sku]))
  const skus = combinationsOf(specs).map((combination): [string, SkuDraft] => {
    const sku = stored.get(JSON.stringify(combination.map(({ text }) => text)))
    if (!sku) return [keyOf(combination), { ...blankSku, isOffered: false }]
    const { skuId, priceFen, marketPriceFen, costFen, stock } = sku
    return [
      keyOf(combination),
      {
        skuId,
        price: fenToText(priceFen),
        marketPrice: marketPriceFen === null ? '' : fenToText(marketPriceFen),
        cost: costFen === null ? '' : fenToText(costFen),
        stock: String(stock),
        seenStock: stock,
        isOffered: true,
      },
    ]
  })
  const { id, title, subtitle, description, categoryId, pictures, tags } = product
  return {
    ...{ id, title, subtitle, description, categoryId },
    pictures: [...pictures],
    tags: [...tags],
    specs,
    skus: Object.fromEntries(skus),
    nextKey: 0,
  }
}

/** Units to add or take away; null when the text is no count. */
export function stockChangeOf({ stock, seenStock }: SkuDraft): number | null {
  if (stock.trim() === '') return -seenStock
  return /^\d{1,6}$/.test(stock.trim()) ? Number(stock) - seenStock : null
}

/** Another spec; what was written goes to its first value. */
export function addSpec(draft: ProductDraft): ProductDraft {
  const key = `n${draft.nextKey}`
  const value = `${key}v`
  const skus = rowsOf(draft).map((row): [string, SkuDraft] => {
    return [row.key === '' ? value : `${row.key}/${value}`, row.sku]
  })
  return {
    ...draft,
    specs: [...draft.specs, { key, name: '', values: [{ key: value, text: '' }] }],
    skus: Object.fromEntries(skus),
    nextKey: draft.nextKey + 1,
  }
}

/** Without that spec; of its values the first one's SKUs stay. */
export function removeSpec(draft: ProductDraft, specKey: string): ProductDraft {
  const at = draft.specs.findIndex(({ key }) => key === specKey)
  const first = draft.specs[at]?.values[0]?.key
  const skus = rowsOf(draft).flatMap(({ key, sku }): [string, SkuDraft][] => {
    const parts = key.split('/')
    return parts[at] === first ? [[parts.filter((_, part) => part !== at).join('/'), sku]] : []
  })
  const specs = draft.specs.filter(({ key }) => key !== specKey)
  return { ...draft, specs, skus: Object.fromEntries(skus) }
}

export function addValue(draft: ProductDraft, specKey: string): ProductDraft {
  const value = { key: `n${draft.nextKey}v`, text: '' }
  return {
    ...draft,
    specs: draft.specs.map((spec) =>
      spec.key === specKey ? { ...spec, values: [...spec.values, value] } : spec,
    ),
    nextKey: draft.nextKey + 1,
  }
}

export interface Fault {
  /** Where it is: a field's name, or `sku:{combination}:{field}`. */
  at: string
  /** What is missing, for the list: "商品名". */
  name: string
  /** How to mend it, under the field. */
  text: string
}

function skuFaults({ key, values, sku }: SkuRow): Fault[] {
  const said = values.filter((value) => value !== '').join(' ')
  const name = said === '' ? '' : `${said} 的`
  const fault = (field: string, word: string, text: string): Fault => {
    return { at: `sku:${key}:${field}`, name: `${name}${word}`, text }
  }
  const price = fenFromText(sku.price)
  const market = sku.marketPrice.trim() === '' ? null : fenFromText(sku.marketPrice)
  const faults: Fault[] = []
  if (price === null) faults.push(fault('price', '售价', '写成 58 或 58.50 这样'))
  else if (price === 0) faults.push(fault('price', '售价', '售价要大于 0'))
  if (sku.marketPrice.trim() !== '' && (market === null || (price !== null && market <= price))) {
    faults.push(fault('market', '划线价', '划线价要比售价高，没有就空着'))
  }
  if (sku.cost.trim() !== '' && fenFromText(sku.cost) === null) {
    faults.push(fault('cost', '进货价', '写成 30 或 30.50 这样，不填也行'))
  }
  if (stockChangeOf(sku) === null) faults.push(fault('stock', '库存', '写整数，最多 6 位'))
  return faults
}

function specFaults(specs: readonly Spec[]): Fault[] {
  return specs.flatMap(({ key, name, values }): Fault[] => {
    const texts = values.map(({ text }) => text.trim())
    const word = name.trim() === '' ? '规格名' : name.trim()
    if (name.trim() === '') return [{ at: `spec:${key}`, name: '规格名', text: '给规格起个名字' }]
    if (texts.length === 0 || texts.includes('')) {
      return [{ at: `spec:${key}`, name: `${word}的选项`, text: '每个选项都要写字' }]
    }
    return new Set(texts).size === texts.length
      ? []
      : [{ at: `spec:${key}`, name: `${word}的选项`, text: '有两个选项一样' }]
  })
}

/** Everything that keeps the product from being saved, in the page's order. */
export function faultsOf(draft: ProductDraft): Fault[] {
  const offered = rowsOf(draft).filter(({ sku }) => sku.isOffered)
  const names = draft.specs.map(({ name }) => name.trim())
  const faults: (Fault | false)[] = [
    draft.title.trim() === '' && { at: 'title', name: '商品名', text: '给商品起个名字' },
    draft.categoryId === null && { at: 'category', name: '分类', text: '选一个分类' },
    ...specFaults(draft.specs),
    new Set(names).size < names.length && {
      at: 'specs',
      name: '规格名',
      text: '两种规格不能同名',
    },
    offered.length === 0 && { at: 'specs', name: '规格', text: '至少卖一个规格' },
    offered.length > MAX_SKUS && {
      at: 'specs',
      name: '规格',
      text: `一共 ${offered.length} 个组合，最多 ${MAX_SKUS} 个`,
    },
    ...offered.flatMap(skuFaults),
  ]
  return faults.filter((fault): fault is Fault => fault !== false)
}

/** What the server gets; null while something is missing. */
export function inputOf(draft: ProductDraft): SaveInput | null {
  const { id, categoryId, specs } = draft
  if (categoryId === null || faultsOf(draft).length > 0) return null
  return {
    ...(id === null ? {} : { id }),
    title: draft.title.trim(),
    subtitle: draft.subtitle.trim(),
    description: draft.description.trim(),
    categoryId,
    pictures: draft.pictures,
    tags: draft.tags,
    specNames: specs.map(({ name }) => name.trim()),
    skus: rowsOf(draft)
      .filter(({ sku }) => sku.isOffered)
      .map(({ values, sku }) => ({
        ...(sku.skuId === null ? {} : { skuId: sku.skuId }),
        specValues: [...values],
        priceFen: fenFromText(sku.price) ?? 0,
        marketPriceFen: sku.marketPrice.trim() === '' ? null : fenFromText(sku.marketPrice),
        costFen: sku.cost.trim() === '' ? null : fenFromText(sku.cost),
        stockChange: stockChangeOf(sku) ?? 0,
      })),
  }
}
