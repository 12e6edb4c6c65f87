/** WXSS → CSS: imports taken in, tags named as the host's elements are, isolated components' classes prefixed. */
import { createHash } from 'node:crypto'
import { join, posix, relative } from 'node:path'
import postcss, { type AtRule, type Container, CssSyntaxError, type Root, type Rule } from 'postcss'
import parseSelector from 'postcss-selector-parser'
import { BUILTIN_TAGS } from '../shared/builtin-tags.data'
import type { PageConfig } from '../shared/manifest'
import { BrokenApp } from './broken-app'
import type { Package } from './read-package'

/** CSS of each style file by path without extension, and the prefix of each component that has one. */
export interface Styles {
  styles: Record<string, string>
  scopes: Record<string, string>
}

const BUILTIN = new Set(BUILTIN_TAGS)

/** @throws BrokenApp */
export function compileStyles(
  pack: Package,
  configs: Readonly<Record<string, PageConfig>>,
): Styles {
  const styles: Record<string, string> = {}
  const scopes: Record<string, string> = {}
  for (const [path, config] of Object.entries(configs)) {
    if (isScoped(config)) scopes[path] = nameScope(path)
  }
  const parsed = new Map<string, Root>()
  const parse = (file: string): Root => {
    const root = parsed.get(file) ?? parseFile(pack, file)
    parsed.set(file, root)
    return root.clone()
  }
  for (const path of ['app', ...Object.keys(configs)]) {
    const file = `${path}.wxss`
    if (!pack.texts.has(file)) continue
    const root = takeIn(pack, parse, file, new Set([file]))
    rename(pack, root, scopes[path])
    styles[path] = root.toString()
  }
  return { styles, scopes }
}

/** Classes of a component stay its own, unless it shares its styles with the page. */
function isScoped({ component, styleIsolation }: PageConfig): boolean {
  return component === true && styleIsolation !== 'shared' && styleIsolation !== 'page-shared'
}

function nameScope(path: string): string {
  return `s${createHash('sha256').update(path).digest('hex').slice(0, 8)}`
}

function parseFile(pack: Package, file: string): Root {
  try {
    return postcss.parse(pack.texts.get(file) ?? '', { from: join(pack.folder, file) })
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    throw new BrokenApp(file, error.line ?? null, error.reason)
  }
}

/** The file with its imports in their places; one that is imported again is taken in once. */
function takeIn(
  pack: Package,
  parse: (file: string) => Root,
  file: string,
  taken: Set<string>,
): Root {
  const root = parse(file)
  root.walkAtRules('import', (rule) => {
    const given = /^(?:url\()?\s*["']([^"']+)["']/.exec(rule.params)?.[1]
    const line = rule.source?.start?.line ?? null
    if (!given) throw new BrokenApp(file, line, `@import ${rule.params} names no file`)
    const found = given.startsWith('/')
      ? posix.normalize(given.slice(1))
      : posix.join(posix.dirname(file), given)
    if (!pack.texts.has(found)) throw new BrokenApp(file, line, `${found} is missing`)
    if (taken.has(found)) return void rule.remove()
    taken.add(found)
    rule.replaceWith(takeIn(pack, parse, found, taken).nodes)
  })
  return root
}

function rename(pack: Package, root: Root, scope: string | undefined): void {
  // Most selectors come many times in what a build writes.
  const known = new Map<string, string>()
  root.walkRules((rule) => {
    if (isKeyframe(rule.parent)) return
    const renamed = known.get(rule.selector) ?? renameSelector(pack, rule, scope)
    known.set(rule.selector, renamed)
    rule.selector = renamed
  })
}

function isKeyframe(parent: Container | Rule['parent']): boolean {
  return parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)
}

function renameSelector(pack: Package, rule: Rule, scope: string | undefined): string {
  const change = parseSelector((selectors) => {
    selectors.walkTags((tag) => {
      if (tag.value === 'page') tag.value = 'body'
      else if (BUILTIN.has(tag.value)) tag.value = `wx-${tag.value}`
    })
    if (!scope) return
    selectors.walkClasses((one) => {
      one.value = `${scope}--${one.value}`
    })
    selectors.walkPseudos((one) => {
      if (one.value !== ':host') return
      one.replaceWith(
        parseSelector.attribute({
          attribute: 'wx-host',
          operator: '=',
          value: scope,
          quoteMark: '"',
          raws: {},
        }),
      )
    })
  })
  try {
    return change.processSync(rule.selector)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    const file = relative(pack.folder, rule.source?.input.from ?? '')
    throw new BrokenApp(file, rule.source?.start?.line ?? null, `${reason}`)
  }
}
