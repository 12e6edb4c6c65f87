/** An app that can't be run at all: refused in one line that names the file and, where known, the line. */
export class BrokenApp extends Error {
  override name = 'BrokenApp'

  constructor(
    readonly file: string,
    /** From 1; null when the file as a whole is meant. */
    readonly line: number | null,
    readonly reason: string,
  ) {
    super(`${file}${line === null ? '' : `:${line}`}: ${reason}`)
  }
}
