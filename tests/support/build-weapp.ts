// Builds the mini-program itself, unless nothing changed since the last time: it must never stop compiling.
import { buildApp } from '../../scripts/build-app'
import { SOURCES, whenStale } from '../../scripts/freshness'

export async function setup(): Promise<void> {
  await whenStale('weapp', SOURCES.app, 'dist/weapp', () => buildApp('weapp'))
}
