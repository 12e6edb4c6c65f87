/** Facts of one line, joined by ` · `; it breaks between facts, and no dot begins or ends a line. */
import { Text, View } from '@tarojs/components'

/** Every fact brings the dot before it; at the beginning of a line that dot lies outside the box. */
export function Facts({ of }: { of: readonly string[] }) {
  return (
    <View className="fy-facts">
      <View className="fy-facts-line">
        {of.map((fact, at) => (
          <Text key={at} className="fy-fact">
            {at > 0 && <Text className="fy-fact-dot">{' · '}</Text>}
            {fact}
          </Text>
        ))}
      </View>
    </View>
  )
}
