/** What to say when a request for money failed: a clear no, or an answer that was lost. */
import { View } from '@tarojs/components'
import { ApiError } from '@/api/api-error'
import type { ErrorCode } from '@/api/api-error'
import { Notice } from '@/components/notice'
import { formatFen } from '@/components/money/format'
import { goTo, WITHDRAWALS } from '@/features/distributor/paths'
import type { Failure } from '@/state/failure'

interface RequestFailureProps {
  error: Failure
  amountFen: number
}

const isClearNo = ({ code, message }: Failure) =>
  new ApiError(code as ErrorCode, message, '').isDefinite

export function RequestFailure({ error, amountFen }: RequestFailureProps) {
  if (isClearNo(error)) {
    return (
      <Notice kind="bad">
        <View className="fy-strong">提现没有提交成功</View>
        <View>
          {error.message}。你的 {formatFen(amountFen)} 没有动。
        </View>
      </Notice>
    )
  }
  return (
    <Notice kind="bad" actionText="看记录" onAction={() => goTo(WITHDRAWALS)}>
      <View className="fy-strong">还不知道有没有提交成功</View>
      <View>{error.message}。不改金额再点一次，不会重复提。</View>
    </Notice>
  )
}
