/** Where the next plan version stands: 起草, 检查, 试算, 发布. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import type { PlanStage } from './plan-words'
import { planStages } from './plan-words'

export function PlanSteps({ stage }: { stage: PlanStage }) {
  const reached = planStages.findIndex(({ key }) => key === stage)
  const now = planStages[reached]?.text ?? ''
  return (
    <View className="plan-steps" {...aria(`到了第 ${reached + 1} 步：${now}`, 'img')}>
      {planStages.map(({ key, text }, index) => (
        <View
          key={key}
          className={classNames(
            'plan-step',
            index < reached && 'plan-step-done',
            index === reached && 'plan-step-now',
          )}
        >
          {index > 0 && <View className="plan-step-line" />}
          <View className="plan-step-mark">
            {index < reached ? <Icon name="check" size={14} /> : <Text>{index + 1}</Text>}
          </View>
          <Text className="plan-step-text">{text}</Text>
        </View>
      ))}
    </View>
  )
}
