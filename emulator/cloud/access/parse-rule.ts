/**
 * Reads the expression of a safe rule, such as `doc._openid == auth.openid && doc.status in ['open', 'paid']`:
 * CloudBase's own small language in the manner of JavaScript. Nothing of it is ever run as code.
 */

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in'

export type Expression =
  | { kind: 'value'; value: string | number | boolean | null }
  | { kind: 'name'; name: 'auth' | 'doc' | 'now' | 'request' }
  | { kind: 'member'; of: Expression; key: Expression }
  | { kind: 'list'; items: Expression[] }
  /** A template text: its parts, joined. */
  | { kind: 'text'; parts: Expression[] }
  /** A document of the database, by its path `database.<collection>.<_id>`. */
  | { kind: 'get'; path: Expression }
  | { kind: 'not'; of: Expression }
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'compare'; by: Comparison; left: Expression; right: Expression }

class RuleSyntax extends Error {}

/** How many documents one rule may fetch. */
const MAX_GETS = 3
const NAMES = ['auth', 'doc', 'now', 'request'] as const
const CONSTANTS: Record<string, boolean | null> = {
  true: true,
  false: false,
  null: null,
  undefined: null,
}

const TOKENS = [
  /(\d+(?:\.\d+)?)/,
  /([A-Za-z_]\w*)/,
  /'((?:[^'\\]|\\.)*)'/,
  /"((?:[^"\\]|\\.)*)"/,
  /(`)/,
  /(===|!==|==|!=|<=|>=|&&|\|\||[<>!()[\].,])/,
]
const TOKEN = new RegExp(`\\s*(?:${TOKENS.map(({ source }) => source).join('|')})`, 'y')

type Token =
  | { type: 'number'; value: number }
  | { type: 'word' | 'string' | 'sign'; value: string }
  | { type: 'template'; parts: Expression[] }

/** What is wrong with a rule's text, or null. */
export function findRuleMistake(rule: unknown): string | null {
  try {
    parseRule(String(rule))
    return null
  } catch (error) {
    if (error instanceof RuleSyntax) return error.message
    throw error
  }
}

/** The expression a rule's text stands for; a text that is none throws. */
export function parseRule(text: string): Expression {
  const parser = new RuleParser(tokenize(text))
  const expression = parser.whole()
  const gets = text.match(/\bget\s*\(/g) ?? []
  if (gets.length > MAX_GETS) throw new RuleSyntax(`more than ${MAX_GETS} times get()`)
  return expression
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (text.slice(at).trim()) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (!found) throw new RuleSyntax(`cannot be read from "${text.slice(at).trim().slice(0, 20)}"`)
    at = TOKEN.lastIndex
    const [, number, word, single, double, tick, sign] = found
    if (number !== undefined) tokens.push({ type: 'number', value: Number(number) })
    else if (word !== undefined) tokens.push({ type: 'word', value: word })
    else if (tick !== undefined) {
      const end = text.indexOf('`', at)
      if (end < 0) throw new RuleSyntax('a template text does not end')
      tokens.push({ type: 'template', parts: readTemplate(text.slice(at, end)) })
      at = end + 1
    } else if (sign !== undefined)
      tokens.push({ type: 'sign', value: sign.replace(/^([!=]=)=$/, '$1') })
    else tokens.push({ type: 'string', value: (single ?? double ?? '').replace(/\\(.)/g, '$1') })
  }
  return tokens
}

/** The parts of a template text; an inner template is not allowed. */
function readTemplate(text: string): Expression[] {
  return text.split(/(\$\{[^}]*\})/).map((part): Expression => {
    if (!part.startsWith('${')) return { kind: 'value', value: part }
    return new RuleParser(tokenize(part.slice(2, -1))).whole()
  })
}

/** One method a level of precedence, loosest first. */
class RuleParser {
  private at = 0

  constructor(private readonly tokens: Token[]) {}

  whole(): Expression {
    const expression = this.either()
    const rest = this.tokens[this.at]
    if (rest) throw new RuleSyntax(`"${'value' in rest ? rest.value : '`'}" is unexpected`)
    return expression
  }

  private either(): Expression {
    let left = this.both()
    while (this.takes('||')) left = { kind: 'or', left, right: this.both() }
    return left
  }

  private both(): Expression {
    let left = this.comparison()
    while (this.takes('&&')) left = { kind: 'and', left, right: this.comparison() }
    return left
  }

  private comparison(): Expression {
    const left = this.unary()
    const token = this.tokens[this.at]
    const sign = token && (token.type === 'sign' || token.type === 'word') ? token.value : ''
    if (!['==', '!=', '<', '<=', '>', '>=', 'in'].includes(sign)) return left
    this.at++
    return { kind: 'compare', by: sign as Comparison, left, right: this.unary() }
  }

  private unary(): Expression {
    if (this.takes('!')) return { kind: 'not', of: this.unary() }
    let expression = this.primary()
    for (;;) {
      if (this.takes('.')) {
        expression = { kind: 'member', of: expression, key: { kind: 'value', value: this.word() } }
      } else if (this.takes('[')) {
        expression = { kind: 'member', of: expression, key: this.either() }
        this.expect(']')
      } else return expression
    }
  }

  private primary(): Expression {
    const token = this.tokens[this.at++]
    if (!token) throw new RuleSyntax('something is missing at the end')
    if (token.type === 'number' || token.type === 'string')
      return { kind: 'value', value: token.value }
    if (token.type === 'template') return { kind: 'text', parts: token.parts }
    if (token.value === '(') return this.closed(this.either(), ')')
    if (token.value === '[') return { kind: 'list', items: this.items() }
    if (token.value in CONSTANTS) return { kind: 'value', value: CONSTANTS[token.value] ?? null }
    if (token.value === 'get') {
      this.expect('(')
      return { kind: 'get', path: this.closed(this.either(), ')') }
    }
    const name = NAMES.find((one) => one === token.value)
    if (!name) throw new RuleSyntax(`"${token.value}" is unknown`)
    return { kind: 'name', name }
  }

  private items(): Expression[] {
    const items: Expression[] = []
    while (!this.takes(']')) {
      items.push(this.either())
      if (!this.takes(',')) return this.closed(items, ']')
    }
    return items
  }

  private closed<T>(inner: T, sign: string): T {
    this.expect(sign)
    return inner
  }

  private word(): string {
    const token = this.tokens[this.at++]
    if (token?.type !== 'word') throw new RuleSyntax('a name is missing after the dot')
    return token.value
  }

  private takes(sign: string): boolean {
    const token = this.tokens[this.at]
    if (token?.type !== 'sign' || token.value !== sign) return false
    this.at++
    return true
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw new RuleSyntax(`"${sign}" is missing`)
  }
}
