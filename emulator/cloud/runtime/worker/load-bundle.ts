/** Loads a bundle by Node's own `require`, with the machine code of an earlier instance where that fits. */
import { createHash } from 'node:crypto'
import Module, { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { Script } from 'node:vm'
import { WORTH_KEEPING_BYTES, type CompiledBundle } from './messages'

type Compile = (this: NodeModule, content: string, filename: string) => unknown
type Wrapped = (...args: unknown[]) => unknown
const loader = Module as unknown as {
  prototype: { _compile: Compile }
  wrap(script: string): string
}
const PREFIX = loader.wrap('\0').indexOf('\0')

/** What the bundle exports; `keep` is handed the code when this instance had to compile it. */
export function loadBundle(
  file: string,
  compiled: CompiledBundle | null,
  keep: (compiled: CompiledBundle) => void,
): unknown {
  const compile = loader.prototype._compile
  loader.prototype._compile = function (content, filename) {
    if (filename !== file || content.length < WORTH_KEEPING_BYTES) {
      return compile.call(this, content, filename)
    }
    const digest = createHash('sha256').update(content).digest('hex')
    const cachedData = compiled?.digest === digest ? compiled.code : undefined
    // The wrapper stands before the first line: without the offset every position in it would be wrong.
    const script = new Script(loader.wrap(content), { filename, columnOffset: -PREFIX, cachedData })
    const run = script.runInThisContext() as Wrapped
    const result = run.call(
      this.exports,
      this.exports,
      createRequire(filename),
      this,
      filename,
      dirname(filename),
    )
    const isReused = cachedData !== undefined && script.cachedDataRejected !== true
    if (!isReused) keep({ digest, code: script.createCachedData() })
    return result
  }
  try {
    return createRequire(file)(file) as unknown
  } finally {
    loader.prototype._compile = compile
  }
}
