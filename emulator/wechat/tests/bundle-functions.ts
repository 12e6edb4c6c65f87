// Cloud functions for a test, bundled from their sources as they would be deployed, in a folder of their own.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

export interface FunctionsFolder {
  path: string
  remove(): Promise<void>
}

export async function bundleFunctions(sources: Record<string, string>): Promise<FunctionsFolder> {
  const path = await mkdtemp(join(tmpdir(), 'wechat-functions-'))
  await Promise.all(
    Object.entries(sources).map(async ([name, contents]) => {
      await mkdir(join(path, name))
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: process.cwd(), loader: 'js' },
        bundle: true,
        platform: 'node',
        format: 'cjs',
        write: false,
        tsconfig: 'tsconfig.json',
        logLevel: 'error',
      })
      await writeFile(join(path, name, 'index.js'), outputFiles[0]?.contents ?? '')
    }),
  )
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
