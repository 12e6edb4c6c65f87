// How a command that reads a shop's data folder ends: its exit code, or 2 with the reason in one line.
import { DataFolderInUse, LogDamaged, NoDataFolder, NotALog } from '../emulator/cloud'

/** Arguments that can't be used: told together with how the command is used. */
export class BadUsage extends Error {}

/** Runs `main` and ends with the exit code it answers; 2 when the folder could not be read or was asked for wrongly. */
export function runOnShop(main: () => Promise<number>, help: string): void {
  main().then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      console.error(explain(error, help))
      process.exitCode = 2
    },
  )
}

function explain(error: unknown, help: string): string {
  if (error instanceof DataFolderInUse) return `${error.message}. Close the shop first.`
  if (error instanceof NoDataFolder) return `${error.message}. Lay a shop out with npm start.`
  if (error instanceof NotALog || error instanceof LogDamaged) return error.message
  const isUsage = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  if (error instanceof BadUsage || isUsage) return `${(error as Error).message}\n\n${help}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
