// Typed lint rules; formatting is Prettier's alone.
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Time, chance and output are arguments in the pure middle (style: "Time, ids and chance are arguments"). */
const banned = [
  { object: 'Date', property: 'now', message: 'time is an argument' },
  { object: 'Math', property: 'random', message: 'chance is an argument' },
]

const CLOCK = 'Pages count by serverNow() of @/api/clock: the clock of a phone may be wrong.'

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.cache/',
      '.data/',
      'coverage/',
      'gallery/',
      '**/*.js',
      '**/*.mjs',
      'config/',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['cloudfunctions/domain/**', 'cloudfunctions/workflows/**', 'contract/**'],
    rules: {
      'no-restricted-properties': ['error', ...banned],
      'no-restricted-globals': ['error', 'setTimeout', 'setInterval', 'fetch', 'process'],
    },
  },
  {
    files: ['cloudfunctions/kernel/log.ts', 'scripts/**', 'seed/**', 'emulator/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['src/{components,features,pages}/**/*.{ts,tsx}'],
    // How long a finger rests is the phone's own time.
    ignores: ['src/features/team/tree/use-fingers.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: CLOCK }],
    },
  },
)
