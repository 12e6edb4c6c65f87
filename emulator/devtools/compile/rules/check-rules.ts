/** All rules of the platform that can be told from the built files. */
import type { Finding } from '../finding'
import { codeFromStrings } from './code-from-strings'
import { pagePaths } from './page-paths'
import { packageBorders } from './package-borders'
import { packageSizes } from './package-sizes'
import { privacyDeclarations } from './privacy-declarations'
import type { AppFacts, Rule } from './rule'
import { styleSources } from './style-sources'
import { tabBar } from './tab-bar'
import { windowSettings } from './window-settings'

const RULES: readonly Rule[] = [
  packageSizes,
  pagePaths,
  packageBorders,
  tabBar,
  windowSettings,
  codeFromStrings,
  privacyDeclarations,
  styleSources,
]

export async function checkRules(app: AppFacts): Promise<Finding[]> {
  const found = await Promise.all(
    RULES.map(async ({ name, source, check }) =>
      (await check(app)).map((broken) => ({ rule: name, source, ...broken })),
    ),
  )
  return found.flat()
}
