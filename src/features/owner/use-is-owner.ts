/** Whether to offer what only the owner may do; the server decides, so an unknown person is offered all. */
import { hasRole, useSession } from '@/state/session'

export const useIsOwner = (): boolean =>
  useSession((state) => state.session === null || hasRole('owner')(state))
