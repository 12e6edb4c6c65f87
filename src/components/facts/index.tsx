/** Facts of one line, joined by ` · `; where it gets too narrow it breaks between facts, not inside one. */
import { Text, View } from '@tarojs/components'

export function Facts({ of }: { of: readonly string[] }) {
  return (
    <View className="fy-facts">
      {of.map((fact, at) => (
        <Text key={at} className={at < of.length - 1 ? 'fy-fact fy-fact-on' : 'fy-fact'}>
          {at < of.length - 1 ? `${fact}\u00a0· ` : fact}
        </Text>
      ))}
    </View>
  )
}
