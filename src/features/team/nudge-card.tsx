/** A nudge that waits for an answer, on the distributor's centre and the team's page. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { toast } from '@/components/toast'

interface NudgeCardProps {
  nudges: Api['distributor.listNudges']['output']
  /** It was answered: what is shown is old. */
  onAnswered: () => Promise<void>
}

export function NudgeCard({ nudges, onAnswered }: NudgeCardProps) {
  const answering = useAction('distributor.answerNudge')
  const waiting = nudges.rows.find(({ state }) => state === 'sent')
  if (!waiting) return null
  const { week, fromName } = waiting
  const answer = async (how: 'thank' | 'close') => {
    const answered = await answering.run({ week, answer: how })
    if (!answered) return
    if (answered.state === 'thanked') toast(`谢谢送到 ${fromName} 那里了`)
    await onAnswered()
  }
  return (
    <View className="fy-mt-8">
      <Card>
        <View className="fy-row">
          <View className="fy-brand">
            <Icon name="bell" size={20} />
          </View>
          <Text className="fy-grow fy-ml-8 fy-strong">{fromName} 提醒你一下</Text>
        </View>
        <View className="fy-t-small fy-ink-2 fy-mt-4">
          有一阵子没看到你的动静了。挑一件喜欢的分享给朋友，或者先放一放都可以。
        </View>
        {answering.error && (
          <View className="fy-mt-8">
            <Notice kind="bad">{answering.error.message}</Notice>
          </View>
        )}
        <View className="fy-row fy-mt-12">
          <View className="fy-grow" />
          <Button kind="plain" size="small" onTap={() => void answer('close')}>
            收起来
          </Button>
          <View className="fy-ml-8">
            <Button
              kind="soft"
              size="small"
              busy={answering.busy}
              onTap={() => void answer('thank')}
            >
              谢谢提醒
            </Button>
          </View>
        </View>
      </Card>
    </View>
  )
}
