/** Fires the functions' timer triggers when the cloud's clock passes their moments; each at most once a jump. */
import type { Clock } from '../types'
import { nextDue, parseCron } from './cron'
import { FunctionError } from './function-error'
import type { TimerTrigger } from './function-settings'
import type { Invoker } from './invoker'

export class Timers {
  private checkedUntil: number
  private interval: NodeJS.Timeout | null = null
  private busy = new Set<string>()

  constructor(
    private readonly invoker: Invoker,
    private readonly clock: Clock,
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
    const due = this.triggers()
      .map((entry) => ({ ...entry, at: nextDue(parseCron(entry.trigger.config), from) }))
      .filter(
        (entry): entry is typeof entry & { at: number } => entry.at !== null && entry.at <= to,
      )
      .filter((entry) => !this.busy.has(entry.name))
      .sort((a, b) => a.at - b.at)
    const fired: string[] = []
    for (const { name, functionName, trigger } of due) {
      this.busy.add(name)
      fired.push(name)
      try {
        await this.run(functionName, trigger.name)
      } catch {
        // The failure is in the function's log; the next moment tries again.
      } finally {
        this.busy.delete(name)
      }
    }
    return fired
  }

  private triggers(): { name: string; functionName: string; trigger: TimerTrigger }[] {
    return this.invoker.list().flatMap(({ name: functionName }) =>
      this.invoker.deployed(functionName).triggers.map((trigger) => ({
        name: `${functionName}/${trigger.name}`,
        functionName,
        trigger,
      })),
    )
  }

  /** Runs one trigger now, due or not. */
  async run(functionName: string, triggerName?: string): Promise<unknown> {
    const { triggers } = this.invoker.deployed(functionName)
    const trigger = triggerName ? triggers.find((t) => t.name === triggerName) : triggers[0]
    if (!trigger && triggers.length) {
      throw new FunctionError('TRIGGER_NOT_FOUND', `${functionName} has no trigger ${triggerName}`)
    }
    const event = {
      Type: 'Timer',
      TriggerName: trigger?.name ?? triggerName ?? 'manual',
      Time: new Date(this.clock.now()).toISOString(),
      Message: '',
    }
    const source = 'wx_trigger'
    const result = await this.invoker.invoke({ functionName, event, source, identity: {} })
    return JSON.parse(result)
  }

  stop(): void {
    if (this.interval) clearInterval(this.interval)
    this.interval = null
  }
}
