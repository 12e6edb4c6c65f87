// Test projects: each is a layer of the house, and can be run alone with --project.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (to: string) => fileURLToPath(new URL(to, import.meta.url))
const alias = { '@contract': path('./contract'), '@': path('./src') }
const node = { environment: 'node' as const, pool: 'forks' as const }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'domain', include: ['tests/{domain,contract}/**/*.test.ts'], ...node },
      },
      {
        extends: true,
        test: { name: 'tidy', include: ['tests/*.test.ts'], testTimeout: 120_000, ...node },
      },
      {
        extends: true,
        test: {
          name: 'emulator',
          include: ['emulator/**/tests/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...node,
        },
      },
      {
        extends: true,
        test: {
          name: 'workflows',
          include: ['tests/workflows/**/*.test.ts', 'tests/simulation/**/*.test.ts'],
          globalSetup: ['tests/support/build-functions.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...node,
        },
      },
    ],
  },
})
