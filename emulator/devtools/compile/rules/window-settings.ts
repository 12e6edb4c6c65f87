/** Window settings and theme names: only the values WeChat knows, only names that theme.json has. */
import { isFields, lineOf } from '../read-json'
import type { AppFacts, Broken, Rule } from './rule'

const VALUES: Readonly<Record<string, readonly string[]>> = {
  navigationBarTextStyle: ['black', 'white'],
  backgroundTextStyle: ['dark', 'light'],
  navigationStyle: ['default', 'custom'],
  borderStyle: ['black', 'white'],
}
const COLOURS = new Set([
  'navigationBarBackgroundColor',
  'backgroundColor',
  'backgroundColorTop',
  'backgroundColorBottom',
  'color',
  'selectedColor',
])

export const windowSettings: Rule = {
  name: 'window-settings',
  source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/page.html',
  check(app) {
    const { window, tabBar } = app.app
    return [
      ...checkMembers(app, 'app.json', window),
      ...checkMembers(app, 'app.json', tabBar ? { ...tabBar, list: undefined } : {}),
      ...(tabBar?.list ?? []).flatMap((item) => checkNames(app, 'app.json', item)),
      ...app.pages.flatMap((page) => checkMembers(app, `${page}.json`, app.configs[page] ?? {})),
    ]
  },
}

function checkMembers(app: AppFacts, file: string, members: object): Broken[] {
  const found = checkNames(app, file, members)
  for (const [name, value] of Object.entries(members) as [string, unknown][]) {
    for (const one of valuesOf(app, value)) {
      const allowed = VALUES[name]
      if (allowed && !allowed.includes(one)) {
        found.push(wrong(app, file, name, `${name} is ${allowed.join(' or ')}, not "${one}"`))
      }
      if (COLOURS.has(name) && !/^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(one)) {
        found.push(wrong(app, file, name, `${name} is a colour as #rrggbb, not "${one}"`))
      }
    }
  }
  return found
}

/** What the setting is in each theme. */
function valuesOf({ themes }: AppFacts, value: unknown): string[] {
  if (typeof value !== 'string') return []
  if (!value.startsWith('@')) return [value]
  const name = value.slice(1)
  return [themes.light[name], themes.dark[name]].filter((one) => one !== undefined)
}

function checkNames(app: AppFacts, file: string, members: object): Broken[] {
  if (!isFields(members)) return []
  return Object.entries(members).flatMap(([member, value]) => {
    if (typeof value !== 'string' || !/^@\w+$/.test(value)) return []
    const name = value.slice(1)
    return (['light', 'dark'] as const)
      .filter((theme) => app.themes[theme][name] === undefined)
      .map((theme) => wrong(app, file, member, `theme.json has no ${name} for ${theme}`))
  })
}

function wrong({ pack }: AppFacts, file: string, member: string, message: string): Broken {
  return { severity: 'error', file, line: lineOf(pack.texts.get(file), `"${member}"`), message }
}
