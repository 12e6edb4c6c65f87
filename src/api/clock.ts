/** The server's clock, as its answers tell it: a phone's own may be wrong, and must not lie about a deadline. */

/** By how much the server's clock is ahead of the phone's, ms; 0 until an answer came. */
let ahead = 0

/**
 * An answer says when it was given. It was given between the phone's moments of asking and of hearing it: what is known
 * stays while it agrees with that, so that slow answers don't make the clock jump.
 */
export function hearClock(answeredAt: number, askedAt: number, heardAt: number): void {
  const least = answeredAt - heardAt
  ahead = Math.max(least, Math.min(ahead, answeredAt - askedAt))
}

/** Now, for whatever a page says or decides by time; a length of time on the phone itself is Date.now()'s. */
export const serverNow = () => Date.now() + ahead
