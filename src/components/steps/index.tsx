/** The rail of an explanation: numbered steps, title left, result right, the reason below. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { Icon } from '../icon'

export interface StepLine {
  title: string
  result?: ReactNode
  /** Reasons, one a line; or own content. */
  lines?: readonly { text: ReactNode; value?: ReactNode }[]
  children?: ReactNode
}

export function Steps({ steps }: { steps: readonly StepLine[] }) {
  return (
    <View className="fy-steps">
      {steps.map((step, index) => (
        <View key={step.title} className="fy-step">
          <View className="fy-step-rail">
            <Text className="fy-step-number">{index + 1}</Text>
          </View>
          <View className="fy-step-main">
            <View className="fy-step-head">
              <Text className="fy-step-title">{step.title}</Text>
              {step.result !== undefined && <View className="fy-step-result">{step.result}</View>}
            </View>
            {step.lines?.map((line, at) => (
              <View key={at} className="fy-step-line">
                <View className="fy-step-line-text">{line.text}</View>
                {line.value !== undefined && (
                  <View className="fy-step-line-value">{line.value}</View>
                )}
              </View>
            ))}
            {step.children}
          </View>
        </View>
      ))}
    </View>
  )
}

interface RuleTrailProps {
  /** In the order they are asked; the first match counts. */
  rules: readonly { name: string; state: 'skipped' | 'matched' | 'later' }[]
}

/** Which rule decided: skipped ones struck through, the matched one filled, later ones plain. */
export function RuleTrail({ rules }: RuleTrailProps) {
  return (
    <View className="fy-trail">
      {rules.map((rule, index) => (
        <View key={rule.name} className="fy-trail-part">
          {index > 0 && <Icon name="chev" size={14} className="fy-trail-then" />}
          <View className={classNames('fy-trail-rule', `fy-trail-${rule.state}`)}>
            {rule.state === 'matched' && <Icon name="check" size={14} />}
            <Text>{rule.name}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
