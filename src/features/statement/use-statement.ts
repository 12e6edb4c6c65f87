/** A month's statement: its sums come with the first page, its entries a page at a time. */
import { useRef } from 'react'
import { usePages } from '@/features/mall/use-pages'
import type { Statement, StatementRow } from './statement-words'

/** @param keys load anew when one changes: the month, the person */
export function useStatement(
  load: (cursor: string | undefined) => Promise<Statement>,
  keys: readonly string[],
) {
  const held = useRef<{ key: string; statement: Statement } | null>(null)
  const key = keys.join(' ')
  const pages = usePages<StatementRow>(
    async (cursor) => {
      const statement = await load(cursor)
      if (cursor === undefined) held.current = { key, statement }
      return statement.rows
    },
    { keys },
  )
  const statement = held.current?.key === key ? held.current.statement : null
  return { pages, statement }
}
