/** 顾客归属规则: by which rule and for how long visitors become a distributor's customers. */
import { View } from '@tarojs/components'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { confirm } from '@/components/dialog'
import { momentText } from '@/components/moment/format'
import { toast } from '@/components/toast'
import { policyText } from '@/features/binding/binding-words'
import { ActionError } from '@/features/owner/action-error'
import { BindingExample, BindingForm } from '@/features/owner/binding-form'
import { EditorPage } from '@/features/owner/editor-page'
import { dropLeaveGuard } from '@/features/owner/leave-guard'
import { useBindingEditor } from '@/features/owner/use-binding-editor'
import './index.scss'

export default function BindingPage() {
  const editor = useBindingEditor()
  const { stored, draft, policy, faults, isChanged, setDraft, save, busy, error } = editor
  const changed = stored.data?.changed
  const finish = async () => {
    if (!policy) return
    const isSure = await confirm({
      title: '改归属的规则？',
      text: `从现在起新归属的顾客：${policyText(policy)}。已经归属的顾客按当时的规矩，不跟着变。谁在什么时候改的会留下记录。`,
      confirmText: '改',
    })
    if (!isSure || !(await save())) return
    dropLeaveGuard()
    toast('保存好了')
  }
  const [fault] = Object.values(faults)
  return (
    <EditorPage
      title="顾客归属规则"
      isChanged={isChanged}
      resource={stored}
      overlay={
        <BottomBar>
          <Button
            busy={busy}
            disabledReason={(!isChanged && '没有修改') || (fault ? '天数没有填对' : false)}
            onTap={() => void finish()}
          >
            保存
          </Button>
        </BottomBar>
      }
    >
      <ActionError error={error} what="没有保存成功" onNewest={editor.takeNewest} />
      {draft && <BindingForm draft={draft} faults={faults} onChange={setDraft} />}
      {policy && <BindingExample policy={policy} />}
      <View className="desk-foot">
        <View>已经归属的顾客按归属那天的规矩算，不跟着变。</View>
        <View>下单时是谁的顾客，这一单就记给谁。</View>
        {changed && (
          <View>
            上次改动：{momentText(changed.at)}，{changed.name}；以前是“{policyText(changed.from)}”。
          </View>
        )}
      </View>
    </EditorPage>
  )
}
