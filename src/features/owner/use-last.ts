/** Keeps what a sheet shows while it slides away. */
import { useRef } from 'react'

export function useLast<Value>(value: Value | null): Value | null {
  const last = useRef(value)
  if (value !== null) last.current = value
  return last.current
}
