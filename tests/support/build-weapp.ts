// Builds the mini-program itself, unless nothing changed since the last time: it must never stop compiling.
import { bringUpToDate } from '../../scripts/bring-up-to-date'

export async function setup(): Promise<void> {
  await bringUpToDate('weapp')
}
