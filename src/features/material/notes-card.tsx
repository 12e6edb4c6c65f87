/** 卖点 and 常见问题 of a product: short lines to speak of it with, the points copied with one tap. */
import { Text, View } from '@tarojs/components'
import { copyText } from '@/api/platform'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { toast } from '@/components/toast'

interface NotesCardProps {
  points: readonly string[]
  faq: readonly { question: string; answer: string }[]
}

export function NotesCard({ points, faq }: NotesCardProps) {
  const copy = () =>
    void copyText(points.map((point) => `· ${point}`).join('\n')).then(() => toast('卖点已复制'))
  return (
    <>
      {points.length > 0 && (
        <Card className="mat-part">
          <View className="fy-row fy-between">
            <Text className="fy-t-head">卖点</Text>
            <Button size="small" kind="soft" icon="copy" onTap={copy}>
              复制卖点
            </Button>
          </View>
          {points.map((point) => (
            <View key={point} className="mat-point">
              <Text>· {point}</Text>
            </View>
          ))}
        </Card>
      )}
      {faq.length > 0 && (
        <Card className="mat-part">
          <Text className="fy-t-head">顾客常问</Text>
          {faq.map(({ question, answer }) => (
            <View key={question} className="mat-faq">
              <Text className="mat-question">{question}</Text>
              <Text className="mat-answer">{answer}</Text>
            </View>
          ))}
        </Card>
      )}
    </>
  )
}
