/** Fires the functions' timer triggers when the cloud's clock passes their moments; each at most once a jump. */
import type { Clock } from '../types'
import { nextDue, parseCron } from './cron'
import { FunctionError } from './function-error'
import type { TimerTrigger } from './function-settings'
import type { Invoker } from './invoker'

interface Entry {
  /** `function/trigger`. */
  name: string
  functionName: string
  trigger: TimerTrigger
}

export class Timers {
  private checkedUntil: number
  private interval: NodeJS.Timeout | null = null
  private busy = new Set<string>()
  /** Triggers whose changed settings can't be read, told once. */
  private told = new Set<string>()

  constructor(
    private readonly invoker: Invoker,
    private readonly clock: Clock,
    private readonly print: (line: string) => void = () => {},
  ) {
    this.checkedUntil = clock.now()
  }

  start(): void {
    this.checkedUntil = this.clock.now()
    this.interval = setInterval(() => void this.fireDue(), 1000)
    this.interval.unref()
  }

  get isAutomatic(): boolean {
    return this.interval !== null
  }

  /** Fires every trigger with a moment since the last look, and waits for them; returns `function/trigger`. */
  async fireDue(): Promise<string[]> {
    const from = this.checkedUntil
    const to = this.clock.now()
    this.checkedUntil = to
    if (to <= from) return []
    const due = this.entries()
      .map((entry) => ({ ...entry, at: this.nextOf(entry, from) }))
      .filter((entry): entry is Entry & { at: number } => entry.at !== null && entry.at <= to)
      .filter((entry) => !this.busy.has(entry.name))
      .sort((a, b) => a.at - b.at)
    const fired: string[] = []
    for (const { name, functionName, trigger, at } of due) {
      this.busy.add(name)
      fired.push(name)
      try {
        await this.fire(functionName, trigger.name, at)
      } catch {
        // The failure is in the function's log; the next moment tries again.
      } finally {
        this.busy.delete(name)
      }
    }
    return fired
  }

  /** The settings may have been changed since the start: what can't be read is told, not thrown. */
  private entries(): Entry[] {
    try {
      return this.invoker.deployment.all().flatMap(({ name: functionName, triggers }) =>
        triggers.map((trigger) => ({
          name: `${functionName}/${trigger.name}`,
          functionName,
          trigger,
        })),
      )
    } catch (error) {
      this.tell((error as Error).message)
      return []
    }
  }

  private nextOf({ name, trigger }: Entry, from: number): number | null {
    try {
      return nextDue(parseCron(trigger.config), from)
    } catch (error) {
      this.tell(`${name}: ${(error as Error).message}`)
      return null
    }
  }

  private tell(line: string): void {
    if (!this.told.has(line)) this.print(line)
    this.told.add(line)
  }

  /** Runs one trigger now, due or not. */
  async run(functionName: string, triggerName?: string): Promise<unknown> {
    const { triggers } = this.invoker.deployed(functionName)
    const trigger = triggerName ? triggers.find((t) => t.name === triggerName) : triggers[0]
    if (!trigger && triggers.length) {
      throw new FunctionError('TRIGGER_NOT_FOUND', `${functionName} has no trigger ${triggerName}`)
    }
    const name = trigger?.name ?? triggerName ?? 'manual'
    return JSON.parse(await this.fire(functionName, name, this.clock.now()))
  }

  /** `Time` is the moment it was due, in whole seconds as the real service tells it. */
  private fire(functionName: string, triggerName: string, at: number): Promise<string> {
    const Time = `${new Date(at).toISOString().slice(0, 19)}Z`
    const event = { Type: 'Timer', TriggerName: triggerName, Time, Message: '' }
    return this.invoker.invoke({ functionName, event, source: 'wx_trigger', identity: {} })
  }

  stop(): void {
    if (this.interval) clearInterval(this.interval)
    this.interval = null
  }
}
