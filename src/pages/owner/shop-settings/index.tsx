/** 店铺设置: what the shop is called, what it says on its home page, and how much may be withdrawn. */
import { SettingsForm } from '@/features/owner/settings-form'
import { SettingsPage } from '@/features/owner/settings-page'
import { useSettingsEditor } from '@/features/owner/use-settings-editor'
import './index.scss'

const ASK = {
  title: '改提现的规矩？',
  text: '从现在起申请的提现按新的来；已经申请的不变。谁在什么时候改的会留下记录。',
}

export default function ShopSettingsPage() {
  const editor = useSettingsEditor()
  const { draft, faults, changesLimits, setDraft } = editor
  const hasFault = Object.keys(faults).length > 0
  return (
    <SettingsPage
      title="店铺设置"
      editor={editor}
      fault={hasFault && '有一项没有填对'}
      ask={changesLimits ? ASK : null}
    >
      {draft && <SettingsForm draft={draft} faults={faults} onChange={setDraft} />}
    </SettingsPage>
  )
}
