// A cloud for page tests at the platform's edge: answers by action, refuses, or loses its answers.
import type { ActionName, Api } from '@contract/api'
import { refusalText } from '@contract/refusals'
import type { Facts, RefusalCode } from '@contract/refusals'
import { LostAnswer, replacePlatform } from '@/api/platform'
import type { Platform } from '@/api/platform'

/** Thrown by an answer: the action is refused. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly facts: Facts = {},
  ) {
    super(code)
  }
}

export const refuse = (code: RefusalCode, facts?: Facts) => new Refusal(code, facts)
/** No network at all. */
export const offline = () => new LostAnswer('offline', true)
/** The server may have done it; its answer is lost. */
export const lostAnswer = () => new LostAnswer('timeout')
/** Never answers: the page stays loading. */
export const never = () => new Promise<never>(() => undefined)

type Answer<Name extends ActionName> = (
  input: Api[Name]['input'],
) => Api[Name]['output'] | Error | Promise<Api[Name]['output'] | Error>

export type Answers = { [Name in ActionName]?: Answer<Name> | Api[Name]['output'] | Error }

export interface RecordedCall {
  action: string
  input: unknown
  requestId: string
}

export interface FakeCloud {
  /** In the order they came. */
  calls: RecordedCall[]
  callsOf: (action: ActionName) => RecordedCall[]
  /** Changes or adds answers from now on. */
  answer: (answers: Answers) => void
  restore: () => void
}

const isAnswerer = (entry: unknown): entry is (input: unknown) => unknown =>
  typeof entry === 'function'

async function answerTo(entry: unknown, input: unknown): Promise<unknown> {
  const answer: unknown = isAnswerer(entry) ? await entry(input) : entry
  if (answer instanceof Error) throw answer
  return answer
}

/**
 * Stands until `restore`; an action without an answer fails the test by its name.
 * @param clock the server's, where the phone's own is wrong
 */
export function fakeCloud(
  answers: Answers,
  phone: Partial<Platform> = {},
  clock: () => number = () => Date.now(),
): FakeCloud {
  const known: Record<string, unknown> = { ...answers }
  const calls: RecordedCall[] = []
  const restore = replacePlatform({
    ...phone,
    async callFunction(_name, { action, input, requestId }) {
      calls.push({ action, input, requestId })
      if (!(action in known)) throw new Error(`no answer prepared for ${action}`)
      try {
        const data = await answerTo(known[action], input)
        return { ok: true, data, now: clock() }
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause
        const { code, facts } = cause
        const error = { code, message: refusalText(code, facts), facts, requestId }
        return { ok: false, error, now: clock() }
      }
    },
  })
  return {
    calls,
    callsOf: (action) => calls.filter((call) => call.action === action),
    answer: (more) => void Object.assign(known, more),
    restore,
  }
}
