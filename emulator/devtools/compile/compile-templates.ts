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
  return remarks
    .filter((one) => !isUsual(one, text))
    .map(({ message, startLine }) => ({
      rule: 'template',
      severity: 'warning',
      file,
      line: startLine + 1,
      message,
      source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/',
    }))
}

/** `<input …>` without an end is HTML's way, and understood. */
function isUsual({ message, startLine, startColumn }: Remark, text: string): boolean {
  if (message !== 'missing end tag') return false
  const line = text.split('\n')[startLine] ?? ''
  return /^<?(input|image|import|include|wxs)\b/.test(line.slice(startColumn))
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
