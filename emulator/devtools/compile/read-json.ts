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
    throw new BrokenApp(
      file,
      lineOfMistake(text, message),
      `is not JSON: ${message.split('\n')[0]}`,
    )
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
  const position = /position (\d+)/.exec(message)?.[1]
  if (position) return lineAt(text, Number(position))
  if (message.includes('end of JSON')) return lineAt(text, text.length)
  // `Unexpected token 'x', ..."1, xyz"... is not valid JSON`
  const excerpt = /"\.\.\. ?|, (?:\.\.\.)?"([^]*)"(?:\.\.\.)? is not valid/.exec(message)?.[1]
  return (excerpt && lineOf(text, excerpt)) || 1
}
