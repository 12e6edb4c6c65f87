// What `npm run simulate` was asked to do: which files, and where the answer goes.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const USAGE =
  'npm run simulate -- --plan plan.json --members members.csv --orders orders.csv [--refunds refunds.csv] --out DIR'

/** Wrong arguments; the message says which. */
export class BadUsage extends Error {}

export interface Asked {
  readonly plan: string
  readonly members: string
  readonly orders: string
  readonly refunds: string | null
  readonly out: string
}

const option = { type: 'string', multiple: true } as const

/** Paths are those of the folder in which the command was typed. Throws BadUsage. */
export function readArguments(args: readonly string[], folder: string): Asked {
  const given = parse(args)
  const pathOf = (name: keyof Asked): string | null => {
    const [path, ...more] = given[name] ?? []
    if (path === undefined) return null
    if (more.length > 0) throw new BadUsage(`--${name} is given twice`)
    if (path === '') throw new BadUsage(`--${name} is empty`)
    return resolve(folder, path)
  }
  const needed = (name: keyof Asked): string => {
    const path = pathOf(name)
    if (path === null) throw new BadUsage(`--${name} is missing`)
    return path
  }
  return {
    plan: needed('plan'),
    members: needed('members'),
    orders: needed('orders'),
    refunds: pathOf('refunds'),
    out: needed('out'),
  }
}

function parse(args: readonly string[]) {
  const options = { plan: option, members: option, orders: option, refunds: option, out: option }
  try {
    return parseArgs({ args: [...args], options, strict: true }).values
  } catch (error) {
    throw new BadUsage(error instanceof Error ? error.message : String(error))
  }
}
