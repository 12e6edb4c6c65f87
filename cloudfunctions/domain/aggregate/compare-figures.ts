// Where stored documents differ from those that the facts come to: record by record, figure by figure.

/** One figure that isn't what the facts say; null = there is none. */
export interface FigureDifference {
  readonly collection: string
  readonly record: string
  /** Where in the document, dotted; rows of a list by their key, such as `shares.K7M2.visits`. */
  readonly field: string
  readonly expected: Figure | null
  readonly found: Figure | null
}

type Figure = number | string | boolean
type Row = { readonly _id: string }
type Flat = ReadonlyMap<string, Figure>

/** In the order of ids; `leftOut` are fields (of any depth) that aren't figures. */
export function compareRows(
  collection: string,
  wanted: readonly Row[],
  stored: readonly Row[],
  leftOut: readonly string[] = [],
): FigureDifference[] {
  const skipped = new Set(['_id', ...leftOut])
  const flatten = (rows: readonly Row[]) =>
    new Map(rows.map((row): [string, Flat] => [row._id, flat(row, skipped)]))
  const [right, there] = [flatten(wanted), flatten(stored)]
  const differences: FigureDifference[] = []
  for (const record of [...new Set([...right.keys(), ...there.keys()])].sort()) {
    const [expected, found] = [right.get(record), there.get(record)]
    for (const field of new Set([...(expected?.keys() ?? []), ...(found?.keys() ?? [])])) {
      const values = { expected: expected?.get(field) ?? null, found: found?.get(field) ?? null }
      if (values.expected !== values.found) {
        differences.push({ collection, record, field, ...values })
      }
    }
  }
  return differences
}

/** Every figure of a document by where it stands; what is null or absent has none. */
function flat(row: object, skipped: ReadonlySet<string>): Flat {
  const figures = new Map<string, Figure>()
  const add = (path: string, value: unknown) => {
    if (value === null || value === undefined) return
    if (Array.isArray(value)) value.forEach((one, at) => add(`${path}.${keyOf(one, at)}`, one))
    else if (typeof value === 'object') walk(value, `${path}.`)
    else figures.set(path, value as Figure)
  }
  const walk = (of: object, prefix: string) => {
    for (const [name, value] of Object.entries(of)) {
      if (!skipped.has(name)) add(`${prefix}${name}`, value)
    }
  }
  walk(row, '')
  return figures
}

/** Rows of a list that say who they are about may stand in any order. */
function keyOf(row: unknown, at: number): string | number {
  const { key } = (typeof row === 'object' && row !== null ? row : {}) as { key?: unknown }
  return typeof key === 'string' ? key : at
}
