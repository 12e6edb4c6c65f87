// Builds the browser preview that e2e tests drive, unless nothing changed since the last time.
import { buildApp } from '../../scripts/build-app'
import { SOURCES, whenStale } from '../../scripts/freshness'

export async function setup(): Promise<void> {
  await whenStale('h5', SOURCES.app, 'dist/h5', () => buildApp('h5'))
}
