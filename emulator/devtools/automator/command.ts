/** What a method of the protocol is given, and how its parameters are read. */
import type { Choices } from '../shared/choices'
import type { Launch } from '../shared/host-calls'
import type { Problem } from '../shared/problem'
import type { Phone } from './phone'

export type Params = Readonly<Record<string, unknown>>
/** A method that Node answers itself; the rest is the logic layer's. */
export type Command = (host: CommandHost, params: Params) => unknown

/** What stays with the phone when the app is started anew. */
export interface PhoneSettings {
  theme: 'light' | 'dark'
  fontSize: number
}

export interface CommandHost {
  readonly phone: Phone
  /** `real`: through the browser's input, on what is really there. `direct`: dispatched on the element. */
  readonly taps: 'real' | 'direct'
  problems(): Problem[]
  keepSettings(settings: Partial<PhoneSettings>): void
  choose(choices: Partial<Choices>): Promise<void>
  launch(launch: Partial<Launch>, cold: boolean): Promise<void>
  /** The host ends once the answer is out. */
  close(): Promise<void>
}

export function textParam(params: Params, name: string): string {
  const value = params[name]
  if (typeof value === 'string') return value
  throw new Error(`${name} must be a text`)
}

export function numberParam(params: Params, name: string): number {
  const value = params[name]
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new Error(`${name} must be a number`)
}

export function pointParam(params: Params, name: string): { x: number; y: number } {
  const value = params[name]
  if (typeof value !== 'object' || value === null) throw new Error(`${name} must be { x, y }`)
  return { x: numberParam(value as Params, 'x'), y: numberParam(value as Params, 'y') }
}
