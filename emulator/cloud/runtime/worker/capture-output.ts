/** Carries what a function prints out of its instance, by level; a flood is cut off where it begins. */
import { format } from 'node:util'

/** Kept of one invocation: lines, and characters of a line and of all lines. */
const MOST_LINES = 200
const MOST_LINE_CHARS = 8_000
const MOST_CHARS = 64_000

type Print = (level: string, text: string) => void

export interface Output {
  /** A new invocation begins: its own allowance. */
  begin(): void
}

export function captureOutput(print: Print): Output {
  let lines = 0
  let chars = 0
  const allow = (level: string, text: string): void => {
    if (lines > MOST_LINES) return
    lines++
    if (lines > MOST_LINES || chars > MOST_CHARS) {
      lines = MOST_LINES + 1
      return print('warn', 'more was printed than the log keeps')
    }
    const cut = text.length > MOST_LINE_CHARS ? `${text.slice(0, MOST_LINE_CHARS)}…` : text
    chars += cut.length
    print(level, cut)
  }
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[level] = (...args: unknown[]) => {
      if (lines <= MOST_LINES) allow(level, format(...args))
    }
  }
  captureStream(process.stdout, 'log', allow)
  captureStream(process.stderr, 'error', allow)
  return {
    begin() {
      lines = 0
      chars = 0
    },
  }
}

/** console.dir, warnings and direct writes: told line by line. */
function captureStream(stream: NodeJS.WriteStream, level: string, print: Print): void {
  let rest = ''
  const write = (chunk: string | Uint8Array, ...more: unknown[]): boolean => {
    rest += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) print(level, line)
    const done = more.find((one): one is () => void => typeof one === 'function')
    if (done) process.nextTick(done)
    return true
  }
  stream.write = write
}
