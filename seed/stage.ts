// Where the demo year is played: the emulated cloud, its frozen clock, chance, and people who call actions.
import type { ActionName, Api } from '@contract/api'
import { ulid } from '@contract/ids'
import { refusalText, type Facts, type RefusalCode } from '@contract/refusals'
import type { Cloud } from '../emulator/cloud'
import type { WechatControl } from '../emulator/wechat'
import { Agenda } from './agenda'
import type { Chance } from './random'

/** The OPENID of a person of the demo shop. */
export const openidOf = (key: string) => `demo_${key}`

interface Answer {
  readonly ok: boolean
  readonly data: unknown
  readonly error: { readonly code: RefusalCode; readonly facts: Facts }
}

/** An action said no: the year goes on, and the seed counts it. */
export class SeedRefused extends Error {
  constructor(
    action: string,
    readonly code: RefusalCode,
    facts: Facts,
  ) {
    super(`${action}: ${code} ${refusalText(code, facts)}`)
  }
}

export class Stage {
  constructor(
    readonly cloud: Cloud,
    readonly wechat: WechatControl,
    readonly chance: Chance,
    private readonly aside: Chance = chance,
    readonly agenda = new Agenda(),
    /** Refusals met on the way, by code: a stock that ran out, a price that changed. */
    readonly refusals = new Map<string, number>(),
  ) {}

  /** A thread of the same year with a chance of its own: what is told there moves nothing else in it. */
  apart(chance: Chance): Stage {
    return new Stage(this.cloud, this.wechat, chance, chance, this.agenda, this.refusals)
  }

  get now(): number {
    return this.cloud.clock.now()
  }

  call<Name extends ActionName>(
    person: string,
    action: Name,
    input: Api[Name]['input'],
  ): Promise<Api[Name]['output']> {
    return this.ask(person, action, input, this.chance)
  }

  /** The same, with request ids of another chance: what is added to the year this way moves nothing else in it. */
  callAside<Name extends ActionName>(
    person: string,
    action: Name,
    input: Api[Name]['input'],
  ): Promise<Api[Name]['output']> {
    return this.ask(person, action, input, this.aside)
  }

  private async ask<Name extends ActionName>(
    person: string,
    action: Name,
    input: Api[Name]['input'],
    chance: Chance,
  ): Promise<Api[Name]['output']> {
    const requestId = ulid(this.now, () => chance.next())
    const functionName = action.slice(0, action.indexOf('.'))
    const event = { action, input, requestId }
    const answer = (await this.cloud.call(functionName, event, {
      openid: openidOf(person),
    })) as Answer
    if (!answer.ok) throw new SeedRefused(action, answer.error.code, answer.error.facts)
    return answer.data as Api[Name]['output']
  }

  /** Plans something; a refusal ends only that thread of the story, unless the story itself is written wrongly. */
  plan(at: number, run: () => Promise<void>): void {
    this.agenda.add(at, async () => {
      try {
        await run()
      } catch (error) {
        if (!(error instanceof SeedRefused) || error.code === 'INPUT_INVALID') throw error
        this.refusals.set(error.code, (this.refusals.get(error.code) ?? 0) + 1)
      }
    })
  }

  /** Plays everything planned before a moment, the clock standing at each event's own time. */
  async playUntil(end: number): Promise<void> {
    for (let event = this.agenda.takeBefore(end); event; event = this.agenda.takeBefore(end)) {
      this.cloud.clock.freeze(Math.max(event.at, this.now))
      await event.run()
    }
  }
}
