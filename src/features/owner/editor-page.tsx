/** The page of an editor: a desk's page that is not left with unsaved changes before asking. */
import type { ComponentProps } from 'react'
import { toastBehind } from '@/components/toast'
import { leavePage } from '@/features/mall/open-page'
import { DeskPage } from './desk-page'
import { GuardedNav, dropLeaveGuard, guardedNav, useLeaveGuard } from './leave-guard'

interface EditorPageProps extends Pick<
  ComponentProps<typeof DeskPage>,
  'title' | 'resource' | 'skeleton' | 'overlay' | 'children'
> {
  /** Something is written that is not stored. */
  isChanged: boolean
}

export function EditorPage({ isChanged, ...desk }: EditorPageProps) {
  useLeaveGuard(isChanged)
  return (
    <DeskPage
      {...desk}
      nav={guardedNav}
      bar={<GuardedNav title={desk.title} isChanged={isChanged} />}
    />
  )
}

/** Closes an editor whose draft is stored, without asking; the page behind says what was done. */
export function leaveStored(said: string): void {
  toastBehind(said)
  dropLeaveGuard()
  leavePage()
}
