/** 顾客归属规则: by which rule and for how long visitors become a distributor's customers. */
import { View } from '@tarojs/components'
import { momentText } from '@/components/moment/format'
import { policyText } from '@/features/binding/binding-words'
import { BindingExample, BindingForm } from '@/features/owner/binding-form'
import { SettingsPage } from '@/features/owner/settings-page'
import { useBindingEditor } from '@/features/owner/use-binding-editor'
import './index.scss'

export default function BindingPage() {
  const editor = useBindingEditor()
  const { stored, draft, policy, faults, setDraft } = editor
  const changed = stored.data?.changed
  const hasFault = Object.keys(faults).length > 0
  const ask = policy && {
    title: '改归属的规则？',
    text: `从现在起新归属的顾客：${policyText(policy)}。已经归属的顾客按当时的规矩，不跟着变。谁在什么时候改的会留下记录。`,
  }
  return (
    <SettingsPage
      title="顾客归属规则"
      editor={editor}
      fault={hasFault && '天数没有填对'}
      ask={ask ?? null}
    >
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
    </SettingsPage>
  )
}
