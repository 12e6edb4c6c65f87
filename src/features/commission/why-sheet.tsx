/** 为什么是这个数: one commission explained from its stored steps alone; its owner and the shop read the same. */
import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Button } from '@/components/button'
import { Money } from '@/components/money'
import { formatFen } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { SkeletonRows } from '@/components/skeleton'
import { Steps } from '@/components/steps'
import { StatusTag } from '@/components/tag'
import { useFreezeDays } from '@/features/distributor/terms'
import { useResource } from '@/state/use-resource'
import { levelRoles, lookOf, nextStep } from './commission-words'
import { explainLine } from './explain-line'
import type { ExplainedLine, Reader } from './explain-line'

type Explained = Api['distributor.getCommission']['output']

function Result({ commission, who }: Pick<Explained, 'commission'> & { who: Reader }) {
  const freezeDays = useFreezeDays()
  const look = lookOf(commission)
  return (
    <View className={`why-result why-result-${look.state}`}>
      <View className="fy-row fy-between">
        <Text className="fy-t-small">
          {who}作为{levelRoles[commission.level]}得到
        </Text>
        <StatusTag tone={look.state}>{look.word}</StatusTag>
      </View>
      <View className="why-result-sum">
        <Money fen={commission.netFen} size="1" sign="always" />
        <Text className="why-result-next">{nextStep(commission, freezeDays)}</Text>
      </View>
    </View>
  )
}

function Line(props: { line: ExplainedLine; isOnly: boolean; who: Reader }) {
  const { line, isOnly, who } = props
  return (
    <View className="why-line">
      {!isOnly && (
        <View className="why-line-head">
          <Text className="fy-grow fy-ell">{line.title}</Text>
          <Text className="fy-nowrap fy-ml-12">
            {formatFen(line.amountFen - line.reversedFen, 'always')}
          </Text>
        </View>
      )}
      <Steps steps={explainLine(line, who)} />
    </View>
  )
}

interface WhySheetProps {
  /** Null: closed. */
  commissionId: string | null
  onClose: () => void
  /** For the staff: somebody else's commission, and what leads on from it. */
  ofOther?: { onOrder: (orderId: string) => void }
}

export function WhySheet({ commissionId, onClose, ofOther }: WhySheetProps) {
  const isOpen = commissionId !== null
  const who = ofOther ? '他' : '你'
  const explained = useResource(
    () =>
      call(ofOther ? 'owner.getCommission' : 'distributor.getCommission', {
        commissionId: commissionId ?? '',
      }),
    { keys: [commissionId], when: isOpen },
  )
  const { data, state, error } = explained
  return (
    <Sheet open={isOpen} title="为什么是这个数" onClose={onClose}>
      {state === 'loading' && <SkeletonRows rows={3} />}
      {state === 'error' && (
        <Notice kind="bad" actionText="再试一次" onAction={() => void explained.reload()}>
          没有打开：{error?.message}
        </Notice>
      )}
      {data && (
        <>
          <Result commission={data.commission} who={who} />
          {data.lines.map((line) => (
            <Line key={line.line} line={line} isOnly={data.lines.length === 1} who={who} />
          ))}
          <View className="why-foot">
            <Text>方案 {data.planVersion} · 等级和比例以付款时刻为准</Text>
          </View>
          {ofOther && (
            <Button kind="line" wide onTap={() => ofOther.onOrder(data.orderId)}>
              看这笔订单
            </Button>
          )}
        </>
      )}
    </Sheet>
  )
}
