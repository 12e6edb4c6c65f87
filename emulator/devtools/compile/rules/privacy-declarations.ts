/** Calls that read where a person is or lives: named in requiredPrivateInfos, and some with a reason. */
import { lineAt } from '../read-json'
import { inAppJson, type AppFacts, type Broken, type Rule } from './rule'

/** What must stand in requiredPrivateInfos before it can be called. */
const DECLARED = [
  'chooseAddress',
  'chooseLocation',
  'choosePoi',
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
]
/** Whose permission needs a sentence that tells the person why. */
const REASONED: Readonly<Record<string, string>> = {
  getLocation: 'scope.userLocation',
  startLocationUpdate: 'scope.userLocation',
  startLocationUpdateBackground: 'scope.userLocationBackground',
  getFuzzyLocation: 'scope.userFuzzyLocation',
}
const MOST_REASON = 30
/** Who declares the rough place may declare none of these. */
const EXACT = [
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
]

export const privacyDeclarations: Rule = {
  name: 'privacy',
  source: 'https://developers.weixin.qq.com/community/develop/doc/000a02f2c5026891650e7f40351c01',
  check: (app) => [...checkDeclared(app), ...checkCalls(app), ...checkReasons(app)],
}

function checkDeclared(app: AppFacts): Broken[] {
  const infos = app.app.requiredPrivateInfos
  const found = infos
    .filter((name) => !DECLARED.includes(name))
    .map((name) => inAppJson(app, name, `requiredPrivateInfos knows no "${name}"`))
  const exact = infos.find((name) => EXACT.includes(name))
  if (infos.includes('getFuzzyLocation') && exact) {
    const message = `getFuzzyLocation and ${exact} exclude each other in requiredPrivateInfos`
    found.push(inAppJson(app, 'requiredPrivateInfos', message))
  }
  return found
}

/** The first call of each in each file. */
function checkCalls(app: AppFacts): Broken[] {
  const pattern = new RegExp(`\\.(${DECLARED.join('|')})\\s*\\(`, 'g')
  const found: Broken[] = []
  for (const [file, text] of app.pack.texts) {
    if (!file.endsWith('.js')) continue
    const seen = new Set<string>()
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? ''
      if (seen.has(name)) continue
      seen.add(name)
      const place = { severity: 'error', file, line: lineAt(text, match.index) } as const
      if (!app.app.requiredPrivateInfos.includes(name)) {
        found.push({ ...place, message: `${name} is not among app.json's requiredPrivateInfos` })
      }
      const scope = REASONED[name]
      if (scope && !app.app.permission[scope]?.desc) {
        found.push({
          ...place,
          message: `${name} needs app.json's permission "${scope}" with a desc`,
        })
      }
    }
  }
  return found
}

function checkReasons(app: AppFacts): Broken[] {
  return Object.entries(app.app.permission)
    .filter(([, { desc }]) => [...desc].length > MOST_REASON)
    .map(([scope]) => inAppJson(app, scope, `${scope}: desc has at most ${MOST_REASON} characters`))
}
