/** No code from strings: WeChat has neither eval nor new Function. */
import type { Node } from 'typescript'
import { lineAt } from '../read-json'
import type { Broken, Rule } from './rule'

/** Cheap, and may hit texts and comments: only files it hits are read as code. */
const SUSPECT = /\beval\b|\bFunction\s*\(|\bnew\s+Function\b/
/** Webpack asks so for the global object, and can live without an answer. */
const WEBPACK = /\bthis\s*\|\|\s*new Function\(["']return this["']\)\(\)/g

export const codeFromStrings: Rule = {
  name: 'code-from-strings',
  source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html',
  async check({ pack }) {
    const found: Broken[] = []
    for (const [file, text] of pack.texts) {
      if (!file.endsWith('.js')) continue
      const bare = text.replace(WEBPACK, (form) => ' '.repeat(form.length))
      if (!SUSPECT.test(bare)) continue
      for (const { at, word } of await findCalls(bare)) {
        const message = `${word} makes code from a string, which WeChat doesn't allow`
        found.push({ severity: 'error', file, line: lineAt(bare, at), message })
      }
    }
    return found
  },
}

/** Calls of eval and Function, wherever they stand in the code. */
async function findCalls(text: string): Promise<{ at: number; word: string }[]> {
  // Loaded only for the few files that may have one: it takes as long as all the rest.
  const { default: ts } = await import('typescript')
  const source = ts.createSourceFile('script.js', text, ts.ScriptTarget.ES2022, false)
  const found: { at: number; word: string }[] = []
  const visit = (node: Node): void => {
    if (
      (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
      ts.isIdentifier(node.expression)
    ) {
      const word = node.expression.text
      const isEval = word === 'eval' && ts.isCallExpression(node)
      if (isEval || (word === 'Function' && (node.arguments?.length ?? 0) > 0)) {
        found.push({ at: node.getStart(source), word: isEval ? 'eval' : 'new Function' })
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
