/** 批量: how many are chosen, what they come to, and the two things to do with all of them. */
import { Text, View } from '@tarojs/components'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Money } from '@/components/money'
import type { usePayoutBatch } from './use-payouts'

interface BatchBarProps {
  batch: ReturnType<typeof usePayoutBatch>
  onReject: () => void
}

export function BatchBar({ batch, onReject }: BatchBarProps) {
  const { picked, totalFen, approving } = batch
  const count = picked.length
  const none = count === 0 ? '先选几笔' : null
  return (
    <BottomBar
      lead={
        <View>
          <Text className="fy-t-cap fy-ink-3">{`选了 ${count} 笔`}</Text>
          <View>
            <Money fen={totalFen} size="4" className="fy-strong" />
          </View>
        </View>
      }
    >
      {count > 0 && (
        <Button kind="plain" onTap={onReject} label={`驳回选上的 ${count} 笔`}>
          驳回
        </Button>
      )}
      <Button busy={approving.busy} disabledReason={none} onTap={() => void batch.approve()}>
        {`同意 ${count} 笔`}
      </Button>
    </BottomBar>
  )
}
