/** `$jsonSchema`: draft 4 as MongoDB reads it, with `bsonType`, carried out by ajv. */
import { Ajv, type ValidateFunction } from 'ajv'
import type { DocumentTest } from './follow-path'
import { isOfType } from './match-conditions'
import { compareValues } from './order-values'
import { refuse } from './tcb-error'
import { isDocument, type Document, type Value } from './values'

/** The keywords MongoDB knows whose operand is a schema, a list of schemas, or schemas by name. */
const ONE_SCHEMA = new Set(['not', 'additionalProperties', 'additionalItems', 'items'])
const SCHEMA_LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'items'])
const NAMED_SCHEMAS = new Set(['properties', 'patternProperties', 'dependencies'])
const PLAIN = new Set([
  ...['maximum', 'minimum', 'maxItems', 'minItems', 'maxLength', 'minLength'],
  ...['maxProperties', 'minProperties', 'multipleOf', 'pattern', 'required'],
])
const UNSUPPORTED = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id'])
const IGNORED = new Set(['title', 'description'])

const JSON_TYPES: Record<string, string> = { boolean: 'bool' }

let shared: Ajv | null = null

/** Made on first use: most clouds never see a schema. */
function ajv(): Ajv {
  if (shared) return shared
  shared = new Ajv({ strict: false, allErrors: false, addUsedSchema: false, unicodeRegExp: false })
  shared.addKeyword({
    keyword: 'bsonType',
    validate: (types: string[], value: Value) => types.some((type) => isOfType(value, type)),
  })
  shared.addKeyword({
    keyword: 'bsonEnum',
    validate: (values: Value[], value: Value) =>
      values.some((one) => compareValues(one, value) === 0),
  })
  shared.addKeyword({
    keyword: 'bsonUnique',
    validate: (isWanted: boolean, list: Value) =>
      !isWanted ||
      !Array.isArray(list) ||
      list.every((one, i) => list.findIndex((other) => compareValues(one, other) === 0) === i),
  })
  return shared
}

export function compileSchema(schema: Value): DocumentTest {
  const translated = translate(schema)
  let validate: ValidateFunction
  try {
    validate = ajv().compile(translated)
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error), 'FailedToParse')
  }
  return (document) => validate(document)
}

/** MongoDB's keywords as ajv's: types by BSON name, values compared as BSON, draft 4 bounds. */
function translate(schema: Value): Document {
  if (!isDocument(schema)) throw refuse('$jsonSchema must be an object', 'TypeMismatch')
  const result: Document = {}
  const types = typesOf(schema)
  if (types) result.bsonType = types
  for (const [keyword, operand] of Object.entries(schema)) {
    if (IGNORED.has(keyword) || keyword === 'type' || keyword === 'bsonType') continue
    if (keyword === 'exclusiveMinimum' || keyword === 'exclusiveMaximum') {
      translateBound(schema, keyword, result)
    } else if (keyword === 'enum') result.bsonEnum = operand
    else if (keyword === 'uniqueItems') result.bsonUnique = operand
    else result[keyword] = translateKeyword(keyword, operand)
  }
  if (result.exclusiveMinimum !== undefined) delete result.minimum
  if (result.exclusiveMaximum !== undefined) delete result.maximum
  return result
}

function translateKeyword(keyword: string, operand: Value): Value {
  if (PLAIN.has(keyword)) return operand
  if (Array.isArray(operand) && SCHEMA_LISTS.has(keyword)) return operand.map(translate)
  if (ONE_SCHEMA.has(keyword)) return typeof operand === 'boolean' ? operand : translate(operand)
  if (NAMED_SCHEMAS.has(keyword) && isDocument(operand)) {
    const parts = Object.entries(operand).map(([name, part]) => [
      name,
      Array.isArray(part) ? part : translate(part),
    ])
    return Object.fromEntries(parts) as Document
  }
  const problem = UNSUPPORTED.has(keyword)
    ? `$jsonSchema keyword '${keyword}' is not currently supported`
    : `Unknown $jsonSchema keyword: ${keyword}`
  throw refuse(problem, 'FailedToParse')
}

function typesOf({ type, bsonType }: Document): string[] | null {
  if (type !== undefined && bsonType !== undefined) {
    throw refuse("Cannot specify both $jsonSchema keywords 'type' and 'bsonType'", 'FailedToParse')
  }
  const given = type ?? bsonType
  if (given === undefined) return null
  const names = (Array.isArray(given) ? given : [given]) as string[]
  if (type === undefined) return names
  if (names.includes('integer')) {
    throw refuse("$jsonSchema type 'integer' is not currently supported.", 'BadValue')
  }
  return names.map((name) => JSON_TYPES[name] ?? name)
}

/** Draft 4 says `exclusiveMinimum: true` beside `minimum`. */
function translateBound(
  schema: Document,
  keyword: 'exclusiveMinimum' | 'exclusiveMaximum',
  result: Document,
): void {
  const bound = keyword === 'exclusiveMinimum' ? schema.minimum : schema.maximum
  if (bound === undefined) {
    const missing = keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum'
    throw refuse(
      `$jsonSchema keyword '${missing}' must be present if ${keyword} is`,
      'FailedToParse',
    )
  }
  if (schema[keyword] === true) result[keyword] = bound
}
