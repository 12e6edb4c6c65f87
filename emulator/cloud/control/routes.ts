/** The control API under /__emulator__/: what tests, the bench and the preview turn. See emulator/README.md. */
import type { Parts } from '../parts'
import { TcbError } from '../database/tcb-error'
import { CORS, refusal } from '../gateway/http-messages'
import { FunctionError } from '../runtime/function-error'
import type { HttpAnswer, HttpRequest } from '../types'
import { ControlRefusal, readInput } from './read-input'
import { ROUTES, type Controls } from './route-table'

export type { Controls } from './route-table'

export const CONTROL_PREFIX = '/__emulator__/'

/** Null for a path that isn't the cloud's own: an extension may know it. */
export async function answerControl(
  parts: Parts,
  controls: Controls,
  request: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer | null> {
  const found = findRoute(request.path.slice(CONTROL_PREFIX.length))
  if (!found) return null
  const { methods, name } = found
  const route = methods[request.method]
  if (!route) {
    const allowed = Object.keys(methods).join(', ')
    const answer = refusal(405, 'METHOD_NOT_ALLOWED', `${request.path} takes ${allowed}`)
    return { ...answer, headers: { ...answer.headers, allow: allowed } }
  }
  try {
    const input = readInput(body)
    const call = { parts, controls, input, query: request.query, name }
    return { headers: CORS, body: (await route(call)) ?? { ok: true } }
  } catch (error) {
    return describeFailure(error)
  }
}

type Methods = (typeof ROUTES)[string]

function findRoute(path: string): { methods: Methods; name: string } | null {
  const methods = Object.hasOwn(ROUTES, path) ? ROUTES[path] : undefined
  if (methods) return { methods, name: '' }
  const parts = path.split('/')
  for (const [pattern, candidate] of Object.entries(ROUTES)) {
    const wanted = pattern.split('/')
    const at = wanted.indexOf(':name')
    const fits = wanted.every((word, i) => (i === at ? parts[i] : word === parts[i]))
    if (at < 0 || wanted.length !== parts.length || !fits) continue
    return { methods: candidate, name: decodeURIComponent(parts[at] as string) }
  }
  return null
}

/** In words, with a code and without a stack; what nobody foresaw is thrown on. */
function describeFailure(error: unknown): HttpAnswer {
  if (error instanceof ControlRefusal) return refusal(error.status, error.code, error.message)
  if (error instanceof TcbError) {
    const status = error.code === 'DATABASE_COLLECTION_ALREADY_EXIST' ? 409 : 400
    return refusal(status, error.code, error.message)
  }
  if (!(error instanceof FunctionError)) throw error
  const status = /^(FUNCTION|TRIGGER)_NOT_FOUND$/.test(error.code) ? 404 : 500
  return refusal(status, error.code, error.message)
}
