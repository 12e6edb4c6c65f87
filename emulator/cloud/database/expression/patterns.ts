/** Expressions with regular expressions: match, find one, find all. */
import { makePattern } from '../ejson'
import { refuse } from '../tcb-error'
import { typeName, type Value } from '../values'
import { isNullish, takesNamed, type Operator, type Result } from './operator'

function finder({ input, regex, options }: Record<string, Result>, name: string): RegExp | null {
  if (isNullish(input) || isNullish(regex)) return null
  if (typeof input !== 'string') {
    throw refuse(`${name} needs 'input' to be of type string`, 'Location51104')
  }
  const source = regex instanceof RegExp ? regex.source : regex
  if (typeof source !== 'string') {
    throw refuse(
      `${name} needs 'regex' to be of type string or regex, not ${typeName(regex)}`,
      '51105',
    )
  }
  const given = typeof options === 'string' ? options : regex instanceof RegExp ? regex.flags : ''
  return makePattern(source, given, 'g')
}

/** A match with the index in code points and what its groups caught. */
function describe(text: string, match: RegExpMatchArray): Value {
  const captures = match.slice(1).map((one: string | undefined) => one ?? null)
  return { match: match[0], idx: [...text.slice(0, match.index)].length, captures }
}

const ARGUMENTS = ['input', 'regex']

export const PATTERNS: Record<string, Operator> = {
  $regexMatch: takesNamed(ARGUMENTS, ['options'], (args, name) => {
    const pattern = finder(args, name)
    return pattern ? pattern.test(args.input as string) : false
  }),
  $regexFind: takesNamed(ARGUMENTS, ['options'], (args, name) => {
    const match = finder(args, name)?.exec(args.input as string)
    return match ? describe(args.input as string, match) : null
  }),
  $regexFindAll: takesNamed(ARGUMENTS, ['options'], (args, name) => {
    const pattern = finder(args, name)
    const text = args.input as string
    return pattern ? [...text.matchAll(pattern)].map((match) => describe(text, match)) : []
  }),
}
