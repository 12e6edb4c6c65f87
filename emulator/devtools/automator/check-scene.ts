/** What a mini-program code can carry as `scene`: an opening that claims more is refused. */
import type { Launch } from '../shared/host-calls'

/** Scenes of an app that was opened by a code: scanned, long-pressed, chosen from the album. */
const BY_CODE = new Set([1047, 1048, 1049])
/** getUnlimitedQRCode's characters, and how many. */
const CARRIED = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

/** @throws Error when the query's scene could not have come from a code */
export function checkScene({ scene, query }: Launch): void {
  const given = query['scene']
  if (given === undefined || !BY_CODE.has(scene)) return
  const content = decodeURIComponent(given)
  if (CARRIED.test(content)) return
  throw new Error(
    `no code carries the scene "${content}": 1 to 32 of 0-9A-Za-z!#$&'()*+,/:;=?@-._~`,
  )
}
