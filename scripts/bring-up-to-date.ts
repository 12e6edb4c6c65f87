// Builds what tests and commands run, unless it was built from these very sources.
import { buildApp } from './build-app'
import { buildFunctions } from './build-functions'
import { SOURCES, whenStale } from './freshness'

const BUILDS = {
  functions: () => whenStale('functions', SOURCES.functions, 'dist/cloudfunctions', buildFunctions),
  h5: () => whenStale('h5', SOURCES.app, 'dist/h5', () => buildApp('h5')),
  weapp: () => whenStale('weapp', SOURCES.app, 'dist/weapp', () => buildApp('weapp')),
} as const

export type Built = keyof typeof BUILDS

/** True when it had to be built. @throws BuildFailed */
export const bringUpToDate = (what: Built): Promise<boolean> => BUILDS[what]()

if (require.main === module) {
  const what = process.argv[2] ?? ''
  if (!(what in BUILDS)) {
    console.error(`usage: tsx scripts/bring-up-to-date.ts ${Object.keys(BUILDS).join('|')}`)
    process.exitCode = 2
  } else {
    bringUpToDate(what as Built).then(
      (isNew) => console.log(isNew ? 'built' : 'nothing has changed since it was built'),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error)
        process.exitCode = 1
      },
    )
  }
}
