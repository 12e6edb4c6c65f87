/** Turns the worker's TypeScript into one script that a thread can evaluate, once a process. */
import { buildSync } from 'esbuild'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let code: string | null = null

export function workerCode(): string {
  if (code === null) {
    const folder = dirname(fileURLToPath(import.meta.url))
    const built = buildSync({
      entryPoints: [join(folder, 'worker', 'entry.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      write: false,
    })
    code = built.outputFiles[0]?.text ?? ''
  }
  return code
}
