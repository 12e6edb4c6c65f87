import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { Journal } from '../database/journal'
import { LogDamaged, NotALog } from '../database/read-log'

const folder = mkdtempSync(join(tmpdir(), 'journal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const path = join(folder, 'store.log')
const RECORDS = ['{"n":1}', '{"n":2,"text":"茶与礼"}', '{"n":3,"text":"kettle"}']

/** Opens the log, adds what is given, closes it; returns what it told. */
async function tell(...added: string[]): Promise<string[]> {
  const told: string[] = []
  const journal = Journal.open(path, 'never', (text) => told.push(text))
  for (const text of added) journal.append(text)
  await journal.close()
  return told
}

/** The bytes of a log with RECORDS, and where its last record begins. */
async function written(): Promise<{ bytes: Buffer; lastAt: number }> {
  rmSync(path, { force: true })
  await tell(...RECORDS.slice(0, 2))
  const lastAt = statSync(path).size
  await tell(RECORDS[2] as string)
  return { bytes: readFileSync(path), lastAt }
}

beforeEach(() => rmSync(path, { force: true }))

describe('the log', () => {
  test('tells its records in order, again and again', async () => {
    expect(await tell(...RECORDS)).toEqual([])
    expect(await tell('{"n":4}')).toEqual(RECORDS)
    expect(await tell()).toEqual([...RECORDS, '{"n":4}'])
  })

  test('cut off at any byte of its last record, it tells the others and goes on', async () => {
    const { bytes, lastAt } = await written()
    for (let length = lastAt; length < bytes.length; length++) {
      writeFileSync(path, bytes.subarray(0, length))
      expect(await tell('{"later":true}'), `${length} bytes`).toEqual(RECORDS.slice(0, 2))
      expect(await tell(), `${length} bytes`).toEqual([...RECORDS.slice(0, 2), '{"later":true}'])
    }
  })

  test('with zeros from any byte of its last record on, likewise', async () => {
    const { bytes, lastAt } = await written()
    for (let from = lastAt; from < bytes.length; from++) {
      const zeroed = Buffer.from(bytes).fill(0, from)
      writeFileSync(path, zeroed)
      expect(await tell(), `zeros from ${from}`).toEqual(RECORDS.slice(0, 2))
    }
  })

  test('cut off within its own first line, it begins anew', async () => {
    const { bytes } = await written()
    for (let length = 0; length < 13; length++) {
      writeFileSync(path, bytes.subarray(0, length))
      expect(await tell('{"n":1}')).toEqual([])
      expect(await tell()).toEqual(['{"n":1}'])
    }
  })

  test('with any one bit flipped, it is refused by name and place, and left as it is', async () => {
    const { bytes } = await written()
    for (let bit = 13 * 8; bit < bytes.length * 8; bit++) {
      const damaged = Buffer.from(bytes)
      damaged[bit >> 3] = (damaged[bit >> 3] as number) ^ (1 << (bit & 7))
      writeFileSync(path, damaged)
      const told: string[] = []
      const opening = (): Journal => Journal.open(path, 'never', (text) => told.push(text))
      expect(opening, `bit ${bit}`).toThrow(LogDamaged)
      expect(RECORDS.slice(0, told.length), `bit ${bit}`).toEqual(told)
      expect(readFileSync(path).equals(damaged), `bit ${bit}`).toBe(true)
    }
  })

  test('says where it is damaged, what follows, and how to go on', async () => {
    const { bytes } = await written()
    const secondAt = bytes.indexOf('{"n":2') - 8
    bytes[secondAt + 12] = 0
    writeFileSync(path, bytes)
    await expect(tell()).rejects.toThrow(
      `${path} is damaged at byte ${secondAt}: record 2 does not match its checksum, and 1 whole ` +
        `record follows. Nothing was changed. To go on with what lies before it: truncate -s ${secondAt} ${path}`,
    )
  })

  test('does not touch a file that is no log', async () => {
    writeFileSync(path, 'Dear diary,\n')
    await expect(tell()).rejects.toThrow(NotALog)
    expect(readFileSync(path, 'utf8')).toBe('Dear diary,\n')
  })

  test('takes records larger than what it reads at a time', async () => {
    const large = JSON.stringify({ text: '茶'.repeat(3_000_000) })
    await tell('{"n":1}', large, '{"n":2}')
    expect(await tell()).toEqual(['{"n":1}', large, '{"n":2}'])
  })
})

describe('rewriting the log', () => {
  test('what is appended meanwhile follows, once', async () => {
    await tell(...RECORDS)
    const journal = Journal.open(path, 'always', () => {})
    const rewriting = journal.compact(['{"all":true}'])
    journal.append('{"meanwhile":1}')
    await journal.settled()
    await rewriting
    journal.append('{"after":1}')
    await journal.settled()
    await journal.close()
    expect(await tell()).toEqual(['{"all":true}', '{"meanwhile":1}', '{"after":1}'])
  })

  test('that fails leaves the old log, with what was appended meanwhile', async () => {
    await tell(...RECORDS)
    const journal = Journal.open(path, 'never', () => {})
    const failing = function* (): Generator<string> {
      yield '{"all":true}'
      throw new Error('no room')
    }
    const rewriting = journal.compact(failing())
    journal.append('{"meanwhile":1}')
    await expect(rewriting).rejects.toThrow(/store\.log\.new can't be written: no room/)
    journal.append('{"after":1}')
    await journal.close()
    expect(await tell()).toEqual([...RECORDS, '{"meanwhile":1}', '{"after":1}'])
  })

  test('that was killed leaves a file that nobody reads', async () => {
    await tell(...RECORDS)
    writeFileSync(`${path}.new`, 'FENYOU-LOG-1\nhalf')
    expect(await tell()).toEqual(RECORDS)
    expect(() => statSync(`${path}.new`)).toThrow(/ENOENT/)
  })
})
