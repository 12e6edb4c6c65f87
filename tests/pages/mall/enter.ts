// Before a page is drawn: whose phone it is; and whether a drawn page still waits.
import type { Api } from '@contract/api'
import { useSession } from '@/state/session'
import type { Screen } from '../support/render'

/** The session is known already, as it is on every page but the first. */
export function enterAs(session: Api['mall.openSession']['output'] | null): void {
  useSession.setState({ session, error: null, cartCount: session?.cartCount ?? 0 })
}

export const isLoading = (screen: Screen) => screen.all('[aria-busy="true"]').length > 0
