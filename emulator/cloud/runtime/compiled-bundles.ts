/** What V8 made of large bundles, for the next instance: compiling takes half of a cold start. */
import type { CompiledBundle } from './worker/messages'

/**
 * By file, for all clouds of this process: the code knows the file's name and tells it in errors. Whether it is still
 * the file's code is for the instance to see, which reads the text.
 */
const kept = new Map<string, CompiledBundle>()

export function keepCompiled(file: string, compiled: CompiledBundle): void {
  kept.set(file, compiled)
}

/** What an earlier instance made of this file; null when there was none. */
export const findCompiled = (file: string): CompiledBundle | null => kept.get(file) ?? null
