// Builds the bundles that workflow tests run, unless nothing changed since the last time.
import { buildFunctions } from '../../scripts/build-functions'
import { SOURCES, whenStale } from '../../scripts/freshness'

/** Brings dist/cloudfunctions up to date. */
export async function ensureFunctions(): Promise<void> {
  await whenStale('functions', SOURCES.functions, 'dist/cloudfunctions', buildFunctions)
}

export async function setup(): Promise<void> {
  await ensureFunctions()
}
