/** Why a step did not succeed, on the page where it was taken, with its number when it was our fault. */
import { View } from '@tarojs/components'
import { confirm } from '@/components/dialog'
import { Notice } from '@/components/notice'
import type { Failure } from '@/state/failure'

interface ActionErrorProps {
  error: Failure | null
  /** What did not happen: "没有发出去". */
  what: string
  /** Takes what is stored now in place of what is written here: offered where somebody else was faster. */
  onNewest?: () => Promise<void>
}

export function ActionError({ error, what, onNewest }: ActionErrorProps) {
  if (!error) return null
  const isOvertaken = onNewest !== undefined && error.code.endsWith('_MOVED_ON')
  const takeNewest = async () => {
    const isSure = await confirm({
      title: '换成最新的？',
      text: '这里还没保存的改动会丢掉。',
      confirmText: '看最新的',
    })
    if (isSure) await onNewest?.()
  }
  const number =
    error.code === 'INTERNAL' && error.requestId ? `（错误编号 ${error.requestId}）` : ''
  // Without an answer nobody knows whether it happened: never claim that it didn't.
  const said = error.code === 'NO_ANSWER' ? '结果还不知道' : what
  return (
    <View className="desk-error">
      <Notice
        kind="bad"
        {...(isOvertaken && { actionText: '看最新的', onAction: () => void takeNewest() })}
      >
        {said}：{error.message}
        {number}
      </Notice>
    </View>
  )
}
