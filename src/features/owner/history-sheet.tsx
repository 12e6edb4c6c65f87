/** 归属记录: whose customer somebody has been, newest first, each with its cause. */
import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { Bone } from '@/components/skeleton'
import { dayText } from '@/components/moment/format'
import { usePages } from '@/features/mall/use-pages'
import { changeCause, changeTitle } from './customer-words'
import type { Change, Customer } from './customer-words'
import { MoreRows } from './more-rows'
import { useLast } from './use-last'

function ChangeRow({ change }: { change: Change }) {
  return (
    <View className="history-row">
      <View className="fy-row fy-between">
        <Text className="fy-strong">{changeTitle(change)}</Text>
        <Text className="fy-t-cap fy-ink-3 fy-nowrap fy-ml-8">{dayText(change.at)}</Text>
      </View>
      <View className="fy-t-cap fy-ink-2 fy-mt-4">{changeCause(change)}</View>
    </View>
  )
}

function History({ memberId }: { memberId: string }) {
  const pages = usePages<Change>(
    (cursor) =>
      call('owner.getCustomerHistory', {
        memberId,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    { keys: [memberId] },
  )
  const { state, error, reload } = pages.resource
  if (state === 'loading') return <Bone height={96} />
  if (state === 'error') {
    return (
      <Notice kind="bad" actionText="再试一次" onAction={() => void reload()}>
        记录没有拿到：{error?.message}
      </Notice>
    )
  }
  if (state === 'empty') return <Notice kind="note">还没有记录</Notice>
  return (
    <View>
      {pages.rows.map((change) => (
        <ChangeRow key={change.id} change={change} />
      ))}
      <MoreRows pages={pages} />
    </View>
  )
}

interface HistorySheetProps {
  /** Null closes it. */
  customer: Pick<Customer, 'id' | 'name'> | null
  onClose: () => void
}

export function HistorySheet(props: HistorySheetProps) {
  const shown = useLast(props.customer)
  return (
    <Sheet
      open={props.customer !== null}
      title={`${shown?.name ?? ''} 的归属记录`}
      onClose={props.onClose}
    >
      {props.customer && <History memberId={props.customer.id} />}
    </Sheet>
  )
}
