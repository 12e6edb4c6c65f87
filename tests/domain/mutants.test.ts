// 已知的坏改动: each must still fit the code it spoils; whether a specification catches it is seen by `npm run mutants`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MUTANTS } from '../mutants/mutants.data'

it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))('%s', (_, { file, from, to }) => {
  const text = readFileSync(join(__dirname, '..', '..', file), 'utf8')
  expect(text.split(from)).toHaveLength(2)
  expect(to).not.toBe(from)
})
