// A later instance starts with the code of an earlier one, and nobody can tell: same answers, same places in errors.
import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { startCloud, type Cloud, type FunctionError } from '../index'
import { COLLECTIONS, makeFunctions } from './probe'

let cloud: Cloud
afterEach(() => cloud?.stop())

const PADDING = `const padding = '${'x'.repeat(120_000)}'\n`
/** Fails at the 22nd character of its first line. */
const FAILING = `exports.main = () => lost();${PADDING}`
const numbered = (n: number) => `const n = ${n}; exports.main = () => n; ${PADDING}`

async function start(source: string, options: object = {}): Promise<string> {
  const functionsDir = makeFunctions({ large: source })
  const parts = { functionsDir, collections: COLLECTIONS, timers: false, quiet: true, ...options }
  cloud = await startCloud(parts)
  return join(functionsDir, 'large', 'index.js')
}

/** The next call is a cold start. */
const recycle = () => fetch(`${cloud.base}/__emulator__/instances`, { method: 'DELETE' })

async function placeOfFailure(file: string): Promise<string> {
  const failed = await cloud.call('large', {}).catch((error: FunctionError) => error)
  const { functionStack } = failed as FunctionError
  return functionStack.slice(functionStack.indexOf(`${file}:`) + file.length).split(')')[0] ?? ''
}

describe('the code of a large bundle', () => {
  test('an instance that starts with it tells errors at the same place', async () => {
    const file = await start(FAILING)
    const first = await placeOfFailure(file)
    expect(first).toBe(':1:22')
    await recycle()
    expect(await placeOfFailure(file)).toBe(first)
    await cloud.stop()
    const elsewhere = await start(FAILING)
    expect(await placeOfFailure(elsewhere)).toBe(first)
  })

  test('is not used for another text of the same length', async () => {
    const file = await start(numbered(1))
    expect(await cloud.call('large', {})).toBe(1)
    writeFileSync(file, numbered(2))
    utimesSync(file, new Date(), new Date(Date.now() + 5000))
    expect(await cloud.call('large', {})).toBe(2)
  })

  test('sees its own folder, as a module that Node loads', async () => {
    const seen = '__filename, __dirname, module.id, require.main === module, this === exports'
    const file = await start(`exports.main = () => [${seen}]; ${PADDING}`)
    const told = await cloud.call('large', {})
    await recycle()
    expect(await cloud.call('large', {})).toEqual(told)
    expect(told).toEqual([file, file.replace('/index.js', ''), file, false, true])
  })
})
