/** WXML and WXS → one script of template generators, by glass-easel's own compiler. */
import { TmplGroup } from 'glass-easel-template-compiler'
import { posix } from 'node:path'
import { BrokenApp } from './broken-app'
import type { Finding } from './finding'
import { lineOf } from './read-json'
import type { Package } from './read-package'

interface Remark {
  isError: boolean
  message: string
  /** From 0. */
  startLine: number
  startColumn: number
}

/** The script's expression and what the compiler remarked. @throws BrokenApp */
export function compileTemplates(pack: Package): { script: string; findings: Finding[] } {
  const group = new TmplGroup()
  const findings: Finding[] = []
  try {
    for (const [file, text] of pack.texts) {
      const path = file.replace(/\.\w+$/, '')
      if (file.endsWith('.wxs')) group.addScript(path, text)
      if (file.endsWith('.wxml')) findings.push(...addTemplate(group, file, text))
    }
    for (const file of pack.texts.keys()) {
      if (file.endsWith('.wxml')) checkImports(pack, group, file)
    }
    return { script: group.getTmplGenObjectGroups(), findings }
  } finally {
    group.free()
  }
}

function addTemplate(group: TmplGroup, file: string, text: string): Finding[] {
  const remarks = group.addTmpl(file.replace(/\.wxml$/, ''), text) as Remark[]
  const error = remarks.find((one) => one.isError)
  if (error) {
    const place = `column ${error.startColumn + 1}`
    throw new BrokenApp(file, error.startLine + 1, `${error.message} (${place})`)
  }
  remarks.sort((a, b) => a.startLine - b.startLine || a.startColumn - b.startColumn)
  const firsts = new Map<string, Remark>()
  for (const remark of remarks) {
    if (!firsts.has(remark.message)) firsts.set(remark.message, remark)
  }
  return [...firsts].map(([message, first]) => {
    const others = remarks.filter((one) => one.message === message).length - 1
    const more = others === 0 ? '' : ` (and ${others} more)`
    return {
      rule: 'template',
      // Only glass-easel closes a tag by itself: WeChat's own compiler refuses the file.
      severity: message === 'missing end tag' ? 'error' : 'warning',
      file,
      line: first.startLine + 1,
      message: `${message} near \`${excerpt(text, first)}\`${more}`,
      source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/',
    }
  })
}

const EXCERPT = 20

/** What stands there: a file that a build wrote often has but one line. */
function excerpt(text: string, { startLine, startColumn }: Remark): string {
  const line = text.split('\n')[startLine] ?? ''
  return line.slice(startColumn, startColumn + EXCERPT).trim()
}

/** What a template imports, includes or calls must be there. */
function checkImports(pack: Package, group: TmplGroup, file: string): void {
  const path = file.replace(/\.wxml$/, '')
  const text = pack.texts.get(file)
  const check = (found: string, extension: string): void => {
    if (pack.texts.has(`${found}.${extension}`)) return
    const name = posix.basename(found)
    const reason = `${found}.${extension}, which it takes in, is missing`
    throw new BrokenApp(file, lineOf(text, name), reason)
  }
  for (const found of group.getDirectDependencies(path) as string[]) check(found, 'wxml')
  for (const found of group.getScriptDependencies(path) as string[]) check(found, 'wxs')
}
