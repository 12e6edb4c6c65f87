// What goes over the wire to tell a merchant: sealed JSON for a notify_url, the plain event for a cloud function.
import { createHash } from 'node:crypto'
import type { Keyring } from '../keys'
import { toRfc3339 } from '../shanghai'
import type { Announcement } from './context'
import { encryptResource } from './signing'

/** Begins the address of a notice that is delivered by invoking a cloud function. */
export const FUNCTION_SCHEME = 'function:'

/** Tells under which APIv3 key a body was sealed, without keeping the key. */
export function sealOf(keys: Keyring): string {
  return createHash('sha256').update(keys.apiV3Key).digest('hex').slice(0, 16)
}

export function sealNotice(
  id: string,
  announcement: Announcement,
  keys: Keyring,
  createdAt: number,
): string {
  const { originalType, plaintext } = announcement
  if (announcement.url.startsWith(FUNCTION_SCHEME)) return JSON.stringify(plaintext)
  const sealed = encryptResource(JSON.stringify(plaintext), originalType, keys.apiV3Key)
  return JSON.stringify({
    id,
    create_time: toRfc3339(createdAt),
    resource_type: 'encrypt-resource',
    event_type: announcement.eventType,
    summary: announcement.summary,
    resource: { original_type: originalType, ...sealed },
  })
}
