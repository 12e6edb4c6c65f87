/** Why a step did not succeed, on the page where it was taken, with its number when it was our fault. */
import { View } from '@tarojs/components'
import { Notice } from '@/components/notice'
import type { Failure } from '@/state/failure'

interface ActionErrorProps {
  error: Failure | null
  /** What did not happen: "没有发出去". */
  what: string
}

export function ActionError({ error, what }: ActionErrorProps) {
  if (!error) return null
  const number =
    error.code === 'INTERNAL' && error.requestId ? `（错误编号 ${error.requestId}）` : ''
  // Without an answer nobody knows whether it happened: never claim that it didn't.
  const said = error.code === 'NO_ANSWER' ? '结果还不知道' : what
  return (
    <View className="desk-error">
      <Notice kind="bad">
        {said}：{error.message}
        {number}
      </Notice>
    </View>
  )
}
