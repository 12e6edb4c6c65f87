/** The one page this frame shows: what the built-in components and the gestures know of it. */
import type { Problem } from '../shared/problem'
import type { PageOwner } from './page-view'

let current: PageOwner | null = null

export function setPageOwner(owner: PageOwner | null): void {
  current = owner
}

/** @throws Error before the page is mounted */
export function pageOwner(): PageOwner {
  if (!current) throw new Error('no page is mounted in this frame')
  return current
}

export function mountedOwner(): PageOwner | null {
  return current
}

const told = new Set<string>()

/** A mistake of the app's templates that WeChat would print: told once a page and text. */
export function tellOnce(kind: Problem['kind'], message: string): void {
  if (told.has(message)) return
  told.add(message)
  if (!current) return
  const full = `${current.route}: ${message}`
  if (current.problem) current.problem({ kind, message: full })
  else current.report(new Error(full))
}
