/** 入门任务: what a newcomer may do first; gone once all is done. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'

interface WelcomeCardProps {
  tasks: Api['distributor.getWelcome']['output']['tasks']
  /** A task was ticked: what is shown is old. */
  onTicked: () => Promise<void>
}

export function WelcomeCard({ tasks, onTicked }: WelcomeCardProps) {
  const finishing = useAction('distributor.finishTask')
  const left = tasks.filter(({ isDone }) => !isDone).length
  if (left === 0) return null
  const finish = async (key: string) => {
    if (await finishing.run({ key })) await onTicked()
  }
  return (
    <Card>
      <View className="fy-row">
        <Text className="fy-t-head fy-grow">开始的几步</Text>
        <Text className="fy-t-cap fy-ink-3">
          {tasks.length - left} / {tasks.length}
        </Text>
      </View>
      {finishing.error && <Notice kind="bad">没有记下：{finishing.error.message}</Notice>}
      {tasks.map(({ key, kind, title, isDone }) => (
        <View key={key} className="fy-row dist-welcome">
          <Icon name={isDone ? 'check' : 'clock'} className={isDone ? 'fy-good' : 'fy-ink-3'} />
          <Text className="fy-grow fy-ml-12">{title}</Text>
          {!isDone && kind === 'own' && (
            <Button
              kind="soft"
              size="small"
              busy={finishing.busy}
              label={`做完了：${title}`}
              onTap={() => void finish(key)}
            >
              做完了
            </Button>
          )}
        </View>
      ))}
    </Card>
  )
}
