/** What a page loads from the cloud: one state machine; the last request wins, old data survive a failure. */
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf } from './failure'
import type { Failure } from './failure'
import { serverNow } from '@/api/clock'

export interface Resource<Data> {
  /** `empty` only when `isEmpty` was given and says so. */
  state: 'loading' | 'ready' | 'error' | 'empty'
  data: Data | undefined
  error: Failure | null
  /** Set when the newest try failed and older data are shown: when those came (ms). */
  staleAt: number | undefined
  isRefreshing: boolean
  /** Loads again; shown data stay until the answer comes. */
  reload: () => Promise<void>
  /** Replaces the shown data by what a mutation answered. */
  put: (data: Data) => void
}

interface Options<Data> {
  /** The page loads anew when one of these changes (ids, filters). */
  keys?: readonly (string | number | boolean | null | undefined)[]
  isEmpty?: (data: Data) => boolean
  /** Loads again each time the page is shown: tab pages stay mounted. */
  onShow?: boolean
  /** False waits: an id is not known yet. */
  when?: boolean
}

interface Held<Data> {
  key: string
  data?: Data
  at?: number
  error: Failure | null
  isRefreshing: boolean
}

export function useResource<Data>(
  load: () => Promise<Data>,
  { keys = [], isEmpty, onShow = false, when = true }: Options<Data> = {},
): Resource<Data> {
  const key = JSON.stringify(keys)
  const [held, setHeld] = useState<Held<Data>>({ key, error: null, isRefreshing: when })
  const turn = useRef(0)
  const latest = useRef({ load, key })
  latest.current = { load, key }

  const reload = useCallback(async () => {
    const mine = (turn.current += 1)
    const asked = latest.current
    setHeld((before) => ({
      ...(before.key === asked.key ? before : { key: asked.key, error: null }),
      isRefreshing: true,
    }))
    try {
      const data = await asked.load()
      if (mine !== turn.current) return
      setHeld({ key: asked.key, data, at: serverNow(), error: null, isRefreshing: false })
    } catch (cause) {
      if (mine !== turn.current) return
      setHeld((before) => ({ ...before, error: failureOf(cause), isRefreshing: false }))
    }
  }, [])

  useEffect(() => {
    if (when) void reload()
    return () => {
      turn.current += 1
    }
  }, [key, when, reload])

  const wasShown = useRef(false)
  useDidShow(() => {
    if (onShow && when && wasShown.current) void reload()
    wasShown.current = true
  })

  const put = useCallback((data: Data) => {
    turn.current += 1
    setHeld({ key: latest.current.key, data, at: serverNow(), error: null, isRefreshing: false })
  }, [])

  // Data of another key (an older filter) must never be shown under the new one.
  const current: Held<Data> = held.key === key ? held : { key, error: null, isRefreshing: true }
  return { ...view(current, isEmpty), reload, put }
}

function view<Data>(held: Held<Data>, isEmpty?: (data: Data) => boolean) {
  const { data, error, isRefreshing } = held
  const shown = {
    data,
    error,
    isRefreshing,
    staleAt: error && data !== undefined ? held.at : undefined,
  }
  if (data !== undefined) {
    return { ...shown, state: isEmpty?.(data) ? ('empty' as const) : ('ready' as const) }
  }
  return { ...shown, state: error && !isRefreshing ? ('error' as const) : ('loading' as const) }
}
