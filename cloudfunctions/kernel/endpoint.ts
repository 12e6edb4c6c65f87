// The edge of an action function: parse, identify, authorise, run, and map the three kinds of failure once.
import { ULID_PATTERN } from '@contract/ids'
import { actionNamed, type ActionsOf, type Api } from '@contract/api'
import type { Action, ActionFunction } from '@contract/action'
import { refusalText, type Facts, type RefusalCode } from '@contract/refusals'
import { Refusal, refuse } from '../domain/refuse'
import type { Context, World } from '../ports/world'
import { readCaller, type CallerFacts } from '../adapters/cloudbase/caller'
import { createWorld } from './create-world'
import { identify } from './identify'
import { digest, fingerprint } from './ids'
import { createLog, describe } from './log'
import { remember } from './remember'

/** A handler for every declared action of a function: a gap does not compile. */
export type Handlers<F extends ActionFunction> = {
  readonly [Name in ActionsOf<F>]: (
    ctx: Context,
    input: Api[Name]['parsed'],
  ) => Promise<Api[Name]['output']>
}
type AnyHandler = (ctx: Context, input: never) => Promise<unknown>

/** `now` is when it was given: phones count days and minutes by it, as their own clocks may be wrong. */
export type Answer = { readonly now: number } & (
  | { readonly ok: true; readonly data: unknown }
  | {
      readonly ok: false
      readonly error: { code: RefusalCode; message: string; facts: Facts; requestId: string }
    }
)

interface Call {
  readonly name: string
  readonly action: Action
  readonly input: unknown
  readonly requestId: string
}

/** Makes the function that CloudBase calls. */
export function endpoint<F extends ActionFunction>(name: F, handlers: Handlers<F>) {
  return async (event: unknown, runtime?: { request_id?: string }): Promise<Answer> => {
    const from = readCaller()
    const requestId = readRequestId(event) ?? digest(`${Date.now()}:${Math.random()}`)
    const log = createLog({ function: name, requestId, runtimeId: runtime?.request_id })
    const startedAt = Date.now()
    let outcome = 'ok'
    try {
      const call = parse(name, event, requestId)
      const handler = (handlers as Readonly<Record<string, AnyHandler | undefined>>)[call.name]
      if (!handler) throw refuse('ACTION_UNKNOWN', { action: call.name })
      const data = await run(createWorld(log), from, call, handler)
      if (process.env['FENYOU_CHECK_OUTPUT'] === '1') call.action.output().parse(data)
      return { ok: true, data, now: Date.now() }
    } catch (error) {
      const failure = toFailure(error, requestId)
      outcome = failure.code
      if (failure.code === 'INTERNAL') log.warn('failed', { error: describe(error) })
      return { ok: false, error: failure, now: Date.now() }
    } finally {
      log.info('answered', { action: actionOf(event), outcome, ms: Date.now() - startedAt })
    }
  }
}

function parse(functionName: string, event: unknown, requestId: string): Call {
  const name = actionOf(event)
  const action = actionNamed(name)
  if (!action || !name.startsWith(`${functionName}.`)) {
    throw refuse('ACTION_UNKNOWN', { action: name.slice(0, 60) })
  }
  const parsed = action.input().safeParse((event as { input?: unknown }).input ?? {})
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw refuse('INPUT_INVALID', { field: issue ? issue.path.join('.') : '' })
  }
  return { name, action, input: parsed.data, requestId }
}

async function run(world: World, from: CallerFacts, call: Call, handler: AnyHandler) {
  const caller = await identify(world, from.openid, call.action)
  const ctx: Context = Object.assign(Object.create(world) as World, {
    caller,
    requestId: call.requestId,
  })
  const work = () => handler(ctx, call.input as never)
  const { kind } = call.action
  const key = `${caller.memberId}:${call.name}:${call.requestId}`
  const data = kind === 'once' ? await remember(world, key, call.input, work) : await work()
  if (kind !== 'read' && isStaffAction(call.action)) await leaveTrail(ctx, call)
  return data
}

function isStaffAction(action: Action): boolean {
  return !action.who.includes('shopper') && !action.who.includes('distributor')
}

/** Every act of the staff leaves a record; request id and input keep it single, so that no act hides behind another. */
async function leaveTrail(ctx: Context, call: Call): Promise<void> {
  const input = call.input as Readonly<Record<string, unknown>>
  const subject = Object.entries(input).find(([key]) => key === 'id' || key.endsWith('Id'))?.[1]
  await ctx.store.insert('audit_records', {
    _id: `${ctx.caller.memberId}:${call.name}:${call.requestId}:${fingerprint(input)}`,
    action: call.name,
    memberId: ctx.caller.memberId,
    name: ctx.caller.member.nickname,
    at: ctx.now,
    subject: typeof subject === 'string' ? subject : null,
    summary: JSON.stringify(input).slice(0, 2000),
  })
}

function toFailure(error: unknown, requestId: string) {
  if (error instanceof Refusal) {
    const { code, facts } = error
    return { code, message: refusalText(code, facts), facts, requestId }
  }
  return { code: 'INTERNAL' as const, message: refusalText('INTERNAL'), facts: {}, requestId }
}

function actionOf(event: unknown): string {
  const name = (event as { action?: unknown } | null)?.action
  // What a client may send is no longer than any name there is.
  return typeof name === 'string' ? name.slice(0, 80) : ''
}

function readRequestId(event: unknown): string | null {
  const id = (event as { requestId?: unknown } | null)?.requestId
  return typeof id === 'string' && ULID_PATTERN.test(id) ? id : null
}
