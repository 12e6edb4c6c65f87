// Writes docs/api.md from the contract; --check fails when the committed file is not what the contract says.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJSONSchema, type ZodType } from 'zod'
import { actions, type ActionName } from '../contract/api'
import { REFUSALS } from '../contract/refusals'

const FILE = join(__dirname, '..', 'docs', 'api.md')
const KINDS = {
  read: 'changes nothing',
  set: 'repeating changes nothing',
  fact: 'the request id names the record',
  once: 'the answer is remembered by request id',
} as const

interface Json {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Json>>
  readonly required?: readonly string[]
  readonly items?: Json
  readonly anyOf?: readonly Json[]
  readonly oneOf?: readonly Json[]
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly additionalProperties?: Json | boolean
}

/** A JSON schema said as a short TypeScript-like type. */
function say(schema: Json): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  const options = schema.anyOf ?? schema.oneOf
  if (options) return options.map(say).join(' | ')
  if (schema.type === 'array') return `${wrap(say(schema.items ?? {}))}[]`
  if (schema.properties) {
    const required = new Set(schema.required ?? [])
    const fields = Object.entries(schema.properties).map(
      ([name, field]) => `${name}${required.has(name) ? '' : '?'}: ${say(field)}`,
    )
    return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`
  }
  if (schema.type === 'object') {
    const values = schema.additionalProperties
    return typeof values === 'object' ? `Record<string, ${say(values)}>` : '{}'
  }
  return schema.type === 'integer' ? 'number' : (schema.type ?? 'unknown')
}

const wrap = (text: string) => (text.includes(' | ') ? `(${text})` : text)

function schemaOf(type: ZodType, io: 'input' | 'output'): string {
  return say(toJSONSchema(type, { io, unrepresentable: 'any' }) as Json)
}

function describeAction(name: ActionName): string {
  const { summary, who, kind, input, output } = actions[name]
  return [
    `### \`${name}\``,
    '',
    summary,
    '',
    `who: ${who.join(', ')} · ${kind}: ${KINDS[kind]}`,
    '',
    '```ts',
    `input:  ${schemaOf(input(), 'input')}`,
    `output: ${schemaOf(output(), 'output')}`,
    '```',
    '',
  ].join('\n')
}

export function describeApi(): string {
  const names = Object.keys(actions) as ActionName[]
  return [
    '# API',
    '',
    'Generated from `contract/` by `npm run docs:api`; do not edit. Amounts (`…Fen`) are integer fen, rates (`…Bps`)',
    'integer basis points, moments (`…At`) UTC milliseconds, dates (`…On`) Asia/Shanghai.',
    '',
    'A call is `{ action, input, requestId }` to the function named before the dot; the answer is',
    '`{ ok: true, data, now }` or `{ ok: false, error: { code, message, facts, requestId }, now }`;',
    '`now` is the server’s moment of answering.',
    '',
    ...names.map(describeAction),
    '## Refusals',
    '',
    '| code | what a person reads |',
    '|---|---|',
    ...Object.entries(REFUSALS).map(([code, text]) => `| \`${code}\` | ${text} |`),
    '',
  ].join('\n')
}

if (require.main === module) {
  const wanted = describeApi()
  if (process.argv.includes('--check')) {
    if (readFileSync(FILE, 'utf8') !== wanted) {
      console.error('docs/api.md is not what contract/ says: run npm run docs:api')
      process.exitCode = 1
    }
  } else {
    mkdirSync(join(FILE, '..'), { recursive: true })
    writeFileSync(FILE, wanted)
  }
}
