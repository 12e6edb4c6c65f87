// Builds the browser preview that e2e tests drive, unless nothing changed since the last time.
import { bringUpToDate } from '../../scripts/bring-up-to-date'

export async function setup(): Promise<void> {
  await bringUpToDate('h5')
}
