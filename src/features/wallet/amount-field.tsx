/** The amount to withdraw: large, underlined, with 全部提现 beside it and what is wrong with it below. */
import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'

interface AmountFieldProps {
  text: string
  onChange: (text: string) => void
  availableFen: number
  onAll: () => void
  problem: string | null
  hint: string
  disabled: boolean
}

export function AmountField(props: AmountFieldProps) {
  const { text, onChange, availableFen, onAll, problem, hint, disabled } = props
  const [isFocused, setFocused] = useState(false)
  return (
    <Card>
      <View className="fy-row fy-between fy-t-small">
        <Text className="fy-ink-2">提现金额</Text>
        <View className="fy-ink-3">
          <Text>可提现 </Text>
          <Money fen={availableFen} size="4" state="available" />
        </View>
      </View>
      <View
        className={classNames(
          'wdr-amount',
          isFocused && 'wdr-amount-focus',
          problem && 'wdr-amount-wrong',
        )}
      >
        <Text className="wdr-yuan">¥</Text>
        <Input
          className="wdr-input"
          type="digit"
          value={text}
          placeholder="0.00"
          placeholderClass="wdr-placeholder"
          maxlength={13}
          disabled={disabled || undefined}
          onInput={(event) => onChange(event.detail.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          {...aria('提现金额，元')}
        />
        <View
          className="wdr-all"
          onClick={disabled ? undefined : onAll}
          {...aria(undefined, 'button')}
        >
          <Text>全部提现</Text>
        </View>
      </View>
      {problem ? (
        <View className="wdr-problem" {...aria(problem, 'alert')}>
          <Icon name="warn" size={14} />
          <Text className="fy-ml-4">{problem}</Text>
        </View>
      ) : (
        <View className="wdr-hint">
          <Text>{hint}</Text>
        </View>
      )}
    </Card>
  )
}
