/** Who the person is and what the shop is called: asked at launch, shared by all pages. */
import { create } from 'zustand'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { failureOf } from './failure'
import type { Failure } from './failure'

export type Session = Api['mall.openSession']['output']

interface SessionState {
  session: Session | null
  error: Failure | null
  /** Pieces in the cart: the tab bar's badge. */
  cartCount: number
  /** Asks again; two calls at once are one. */
  refresh: () => Promise<void>
  setCartCount: (count: number) => void
}

let inFlight: Promise<void> | null = null

export const useSession = create<SessionState>((set) => ({
  session: null,
  error: null,
  cartCount: 0,
  refresh() {
    // While it is asked again, nothing has failed: a retry is seen at once.
    if (inFlight === null) set({ error: null })
    inFlight ??= call('mall.openSession', {})
      .then((session) => set({ session, error: null, cartCount: session.cartCount }))
      .catch((cause: unknown) => set({ error: failureOf(cause) }))
      .finally(() => {
        inFlight = null
      })
    return inFlight
  },
  setCartCount: (cartCount) => set({ cartCount }),
}))

/** The person's place as a distributor, or null for shoppers. */
export const distributorOf = (state: SessionState) => state.session?.distributor ?? null
/** The owner's desk is open to this person, wholly or in part; a channel manager's own comes with their work. */
export const hasDesk = (state: SessionState) =>
  state.session?.roles.some((role) => role === 'owner' || role === 'finance') ?? false
export const hasRole = (role: Session['roles'][number]) => (state: SessionState) =>
  state.session?.roles.includes(role) ?? false
