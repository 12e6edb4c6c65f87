// Test projects: each is a layer of the house, and can be run alone with --project.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (to: string) => fileURLToPath(new URL(to, import.meta.url))
const alias = [
  { find: '@contract', replacement: path('./contract') },
  { find: '@', replacement: path('./src') },
]
/** Pages render on DOM stand-ins: Taro's own components need a mini-program or a browser. */
const pagesAlias = [
  { find: '@tarojs/components', replacement: path('./tests/pages/support/taro-components.tsx') },
  { find: '@tarojs/taro', replacement: path('./tests/pages/support/taro.ts') },
  ...alias,
]
const node = { environment: 'node' as const, pool: 'forks' as const }
/** Modules are read once a process, not once a file: for files that leave nothing behind in them. */
const shared = { isolate: false }

export default defineConfig({
  test: {
    // Vitest leaves a core to itself unless told: of two it would use one.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'domain',
          include: ['tests/{domain,contract}/**/*.test.ts'],
          testTimeout: 60_000,
          ...node,
          ...shared,
        },
      },
      {
        resolve: { alias },
        test: { name: 'tidy', include: ['tests/*.test.ts'], testTimeout: 120_000, ...node },
      },
      {
        resolve: { alias },
        test: {
          name: 'emulator',
          include: ['emulator/**/tests/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...node,
          ...shared,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'workflows',
          include: ['tests/workflows/**/*.test.ts', 'tests/simulation/**/*.test.ts'],
          globalSetup: ['tests/support/build-functions.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...node,
          ...shared,
        },
      },
      {
        resolve: { alias: pagesAlias },
        test: {
          name: 'pages',
          include: ['tests/pages/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['tests/pages/support/begin-file.ts'],
          ...shared,
          css: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['functions', 'h5', 'weapp'].map((one) => `tests/support/build-${one}.ts`),
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...node,
          ...shared,
        },
      },
    ],
  },
})
