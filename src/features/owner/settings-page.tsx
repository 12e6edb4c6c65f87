/** The page of settings that hold from when they are saved: asked about first where it matters, 保存 below. */
import type { ComponentProps, ReactNode } from 'react'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { confirm } from '@/components/dialog'
import { toast } from '@/components/toast'
import type { Failure } from '@/state/failure'
import { ActionError } from './action-error'
import { EditorPage } from './editor-page'
import { dropLeaveGuard } from './leave-guard'

interface SettingsPageProps {
  title: string
  /** As `useSettings` holds them. */
  editor: {
    stored: ComponentProps<typeof EditorPage>['resource']
    isChanged: boolean
    save: () => Promise<boolean>
    takeNewest: () => Promise<void>
    busy: boolean
    error: Failure | null
  }
  /** What is wrong in them, in the button's words. */
  fault: string | false
  /** Asked before they are saved; null where nobody need be asked. */
  ask: { title: string; text: string } | null
  children: ReactNode
}

export function SettingsPage({ title, editor, fault, ask, children }: SettingsPageProps) {
  const { stored, isChanged, save, takeNewest, busy, error } = editor
  const finish = async () => {
    if (ask && !(await confirm({ ...ask, confirmText: '改' }))) return
    if (!(await save())) return
    dropLeaveGuard()
    toast('保存好了')
  }
  return (
    <EditorPage
      title={title}
      isChanged={isChanged}
      resource={stored}
      overlay={
        <BottomBar>
          <Button
            busy={busy}
            disabledReason={(!isChanged && '没有修改') || fault}
            onTap={() => void finish()}
          >
            保存
          </Button>
        </BottomBar>
      }
    >
      <ActionError error={error} what="没有保存成功" onNewest={takeNewest} />
      {children}
    </EditorPage>
  )
}
