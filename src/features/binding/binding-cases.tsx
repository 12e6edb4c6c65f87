/** A customer of one who opens another's share, as a small table: whose they are then, bought or not. */
import { Text, View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { casesOf } from './binding-words'
import type { BindingCase, Policy } from './binding-words'

interface BindingCasesProps {
  policy: Policy
  /** What is said where the customer stays, and where they change hands. */
  words: { before: string; after: string }
}

function Cell({
  whose,
  words,
}: { whose: BindingCase['bought'] } & Pick<BindingCasesProps, 'words'>) {
  return (
    <View className={classNames('binding-cell', `binding-${whose}`)}>
      <Icon name={whose === 'before' ? 'lock' : 'share'} size={16} />
      <Text className="binding-cell-text">{words[whose]}</Text>
    </View>
  )
}

export function BindingCases({ policy, words }: BindingCasesProps) {
  return (
    <View className="binding-cases">
      <View className="binding-line">
        <Text className="binding-when binding-quiet">什么时候</Text>
        <Text className="binding-head binding-quiet">没买过</Text>
        <Text className="binding-head binding-quiet">买过</Text>
      </View>
      {casesOf(policy).map(({ fromDay, when, unbought, bought }) => (
        <View key={fromDay} className="binding-line">
          <Text className="binding-when">{when}</Text>
          <Cell whose={unbought} words={words} />
          <Cell whose={bought} words={words} />
        </View>
      ))}
    </View>
  )
}
