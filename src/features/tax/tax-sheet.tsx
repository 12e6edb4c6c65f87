/** 税怎么算的: the stored steps of a withheld tax, one after the other. */
import { Text, View } from '@tarojs/components'
import { Sheet } from '@/components/sheet'
import { Steps } from '@/components/steps'
import { explainTax, taxModeWords } from './tax-words'
import type { TaxMode, TaxStep } from './tax-words'

interface TaxSheetProps {
  open: boolean
  mode: TaxMode
  steps: readonly TaxStep[]
  onClose: () => void
}

export function TaxSheet({ open, mode, steps, onClose }: TaxSheetProps) {
  const lines = explainTax(steps)
  return (
    <Sheet open={open} title="税怎么算的" onClose={onClose}>
      <View className="fy-t-small fy-ink-2">
        <Text>
          {lines.length > 0
            ? `按${taxModeWords[mode]}代扣，扣下的税由店里交给税务局，年度汇算时可以在个税 App 里看到。`
            : '这家店不代扣个人所得税，收入请按规定自己申报。'}
        </Text>
      </View>
      {lines.length > 0 && (
        <View className="fy-mt-16">
          <Steps steps={lines} />
        </View>
      )}
    </Sheet>
  )
}
