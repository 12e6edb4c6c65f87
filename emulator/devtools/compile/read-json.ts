/** Reads a JSON file of the package, and finds the line where something stands in it. */
import { BrokenApp } from './broken-app'
import type { Package } from './read-package'

type Fields = Record<string, unknown>

/** @throws BrokenApp naming the line when it is not a JSON object */
export function readJson(pack: Package, file: string): Fields {
  const text = pack.texts.get(file) ?? ''
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const { message } = error as SyntaxError
    const [reason] = message.split(/, (?:\.\.\.)?"/)
    throw new BrokenApp(file, lineOfMistake(text, message), `is not JSON: ${reason}`)
  }
  if (isFields(value)) return value
  throw new BrokenApp(file, 1, 'must be a JSON object')
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The line of the first place where the text has this, from 1; null when it hasn't. */
export function lineOf(text: string | undefined, needle: string): number | null {
  const at = text?.indexOf(needle) ?? -1
  return at < 0 ? null : lineAt(text ?? '', at)
}

/** The line of a position, from 1. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

function lineOfMistake(text: string, message: string): number {
  const told = /position (\d+)/.exec(message)?.[1]
  if (told) return lineAt(text, Number(told))
  if (message.includes('end of JSON')) return lineAt(text, text.length)
  // Where none is told: the first beginning of the text that more text couldn't complete.
  let [sound, broken] = [0, text.length]
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2)
    if (isBeginning(text.slice(0, middle))) sound = middle
    else broken = middle
  }
  return lineAt(text, sound)
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const { message } = error as SyntaxError
    const told = /position (\d+)/.exec(message)?.[1]
    return /end of JSON|Unterminated/.test(message) || Number(told) === text.length
  }
}
