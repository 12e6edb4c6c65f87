/** A list that comes a page at a time: the first page is a resource, the others are put under it. */
import { useRef, useState } from 'react'
import { failureOf } from '@/state/failure'
import type { Failure } from '@/state/failure'
import { useResource } from '@/state/use-resource'
import type { Resource } from '@/state/use-resource'

export interface PageOf<Row> {
  rows: Row[]
  next: string | null
}

export interface Pages<Row, Page extends PageOf<Row> = PageOf<Row>> {
  /** What a page says besides its rows is the first one's. */
  resource: Resource<Page>
  rows: readonly Row[]
  /** The next page, if there is one and none is on its way. */
  loadMore: () => void
  /** What stands under the last row. */
  foot: 'none' | 'more' | 'loading' | 'failed' | 'end'
  error: Failure | null
}

type Options = Parameters<typeof useResource<unknown>>[1] & object

/** Nothing came, and nothing is to come: a page may be short or empty and still have a next one. */
const isNothing = ({ rows, next }: PageOf<unknown>) => rows.length === 0 && next === null

/** @param load one page; without a cursor the first. `keys` start the list anew. */
export function usePages<Row, Page extends PageOf<Row> = PageOf<Row>>(
  load: (cursor: string | undefined) => Promise<Page & PageOf<Row>>,
  options: Pick<Options, 'keys' | 'onShow' | 'when'> = {},
): Pages<Row, Page> {
  const resource = useResource(() => load(undefined), {
    ...options,
    isEmpty: isNothing,
  })
  const [more, setMore] = useState<{ of: unknown; error: Failure | null } | null>(null)
  const page = resource.data
  // The list may be renewed while a page is on its way: that page must not be put under it.
  const latest = useRef(page)
  latest.current = page
  const isLoading = more?.of === page && more?.error === null

  const loadMore = () => {
    if (!page || page.next === null || isLoading) return
    setMore({ of: page, error: null })
    load(page.next)
      .then((next) => {
        if (latest.current !== page) return
        resource.put({ ...page, rows: [...page.rows, ...next.rows], next: next.next })
      })
      .catch((cause: unknown) => {
        if (latest.current === page) setMore({ of: page, error: failureOf(cause) })
      })
  }
  const error = more?.of === page ? (more?.error ?? null) : null
  return { resource, rows: page?.rows ?? [], loadMore, foot: footOf(page, isLoading, error), error }
}

function footOf(page: PageOf<unknown> | undefined, isLoading: boolean, error: Failure | null) {
  if (!page || isNothing(page)) return 'none'
  if (isLoading) return 'loading'
  if (error) return 'failed'
  return page.next === null ? 'end' : 'more'
}
