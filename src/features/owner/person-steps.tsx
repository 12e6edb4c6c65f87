/** What the owner can decide about somebody now, each with words of its own for who listens. */
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import type { PersonHead } from './person-words'

export type PersonStep = 'admit' | 'turn-down' | 'tier' | 'freeze' | 'thaw' | 'end'

interface PersonStepsProps {
  person: PersonHead
  busy: boolean
  /** Just this one, where the rest would be beside the point. */
  only?: PersonStep | undefined
  onStep: (step: PersonStep) => void
}

function Decision({ person: { name }, busy, onStep }: PersonStepsProps) {
  return (
    <View className="desk-actions">
      <Button
        kind="plain"
        size="small"
        label={`回绝 ${name} 的申请`}
        onTap={() => onStep('turn-down')}
      >
        不通过
      </Button>
      <Button size="small" busy={busy} label={`通过 ${name} 的申请`} onTap={() => onStep('admit')}>
        通过
      </Button>
    </View>
  )
}

export function PersonSteps(props: PersonStepsProps) {
  const { status, name } = props.person
  const { onStep, only } = props
  const offers = (step: PersonStep) => only === undefined || only === step
  if (status === 'applied') return <Decision {...props} />
  if (status !== 'active' && status !== 'frozen') return null
  return (
    <View className="desk-actions">
      {offers('end') && (
        <Button kind="plain" size="small" label={`和 ${name} 结束合作`} onTap={() => onStep('end')}>
          结束
        </Button>
      )}
      {status === 'active' && offers('freeze') && (
        <Button kind="plain" size="small" label={`冻结 ${name}`} onTap={() => onStep('freeze')}>
          冻结
        </Button>
      )}
      {status === 'frozen' && offers('thaw') && (
        <Button kind="soft" size="small" label={`解冻 ${name}`} onTap={() => onStep('thaw')}>
          解冻
        </Button>
      )}
      <Button kind="soft" size="small" label={`给 ${name} 定等级`} onTap={() => onStep('tier')}>
        定等级
      </Button>
    </View>
  )
}
