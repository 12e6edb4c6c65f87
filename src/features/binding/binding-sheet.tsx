/** 店里的归属规则 for a distributor: one row that says it in short, and a sheet that tells it whole. */
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Sheet } from '@/components/sheet'
import { useLast } from '@/features/owner/use-last'
import { BindingCases } from './binding-cases'
import { bindingWords, policyText } from './binding-words'
import type { Binding } from './binding-words'

const TITLE = '店里的归属规则'
const WHOSE = { before: '还归你', after: '归别人' }

export function BindingRow({ binding, onTap }: { binding: Binding; onTap: () => void }) {
  return (
    <Card flush>
      <ListRow icon="info" title={TITLE} note={policyText(binding.policy)} onTap={onTap} />
    </Card>
  )
}

interface BindingSheetProps {
  /** Null closes it. */
  binding: Binding | null
  onClose: () => void
}

export function BindingSheet({ binding, onClose }: BindingSheetProps) {
  const shown = useLast(binding)
  return (
    <Sheet open={binding !== null} title={TITLE} onClose={onClose}>
      {shown && (
        <>
          {bindingWords(shown).map((words) => (
            <View key={words} className="binding-words">
              {words}
            </View>
          ))}
          <View className="binding-example">你的顾客打开了别人的分享：</View>
          <BindingCases policy={shown.policy} words={WHOSE} />
        </>
      )}
    </Sheet>
  )
}
