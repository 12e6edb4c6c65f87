// Builds the bundles that workflow tests run, unless nothing changed since the last time.
import { bringUpToDate } from '../../scripts/bring-up-to-date'

export async function setup(): Promise<void> {
  await bringUpToDate('functions')
}
