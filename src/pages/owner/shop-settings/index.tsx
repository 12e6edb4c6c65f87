/** 店铺设置: what the shop is called, what it says on its home page, and how much may be withdrawn. */
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { confirm } from '@/components/dialog'
import { toast } from '@/components/toast'
import { ActionError } from '@/features/owner/action-error'
import { EditorPage } from '@/features/owner/editor-page'
import { dropLeaveGuard } from '@/features/owner/leave-guard'
import { SettingsForm } from '@/features/owner/settings-form'
import { useSettingsEditor } from '@/features/owner/use-settings-editor'
import './index.scss'

export default function ShopSettingsPage() {
  const editor = useSettingsEditor()
  const { stored, draft, faults, isChanged, changesLimits, setDraft, save, busy, error } = editor
  const finish = async () => {
    const isSure =
      !changesLimits ||
      (await confirm({
        title: '改提现的规矩？',
        text: '从现在起申请的提现按新的来；已经申请的不变。谁在什么时候改的会留下记录。',
        confirmText: '改',
      }))
    if (!isSure || !(await save())) return
    dropLeaveGuard()
    toast('保存好了')
  }
  const [fault] = Object.values(faults)
  return (
    <EditorPage
      title="店铺设置"
      isChanged={isChanged}
      resource={stored}
      overlay={
        <BottomBar>
          <Button
            busy={busy}
            disabledReason={(!isChanged && '没有修改') || (fault ? '有一项没有填对' : false)}
            onTap={() => void finish()}
          >
            保存
          </Button>
        </BottomBar>
      }
    >
      <ActionError error={error} what="没有保存成功" onNewest={editor.takeNewest} />
      {draft && <SettingsForm draft={draft} faults={faults} onChange={setDraft} />}
    </EditorPage>
  )
}
