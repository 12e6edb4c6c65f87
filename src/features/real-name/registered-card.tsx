/** Who is registered, masked, and the way to change it. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { KeyValue } from '@/components/list-row'
import { dayText } from '@/components/moment/format'
import { leavePage } from '@/features/mall/open-page'

interface RegisteredCardProps {
  registered: Api['distributor.getRealName']['output']
  /** Just now: said first, with the way back. */
  isSaved: boolean
  onChange: () => void
}

export function RegisteredCard({ registered, isSaved, onChange }: RegisteredCardProps) {
  const { name, idNumber, registeredAt } = registered
  return (
    <Card>
      {isSaved && (
        <View className="rn-done">
          <View className="fy-good">
            <Icon name="check" size={32} />
          </View>
          <Text className="fy-t-title fy-mt-8">实名登记好了</Text>
        </View>
      )}
      <KeyValue name="姓名">{name}</KeyValue>
      <KeyValue name="身份证号">{idNumber}</KeyValue>
      {registeredAt !== null && <KeyValue name="登记于">{dayText(registeredAt)}</KeyValue>}
      <View className="fy-mt-16">
        {isSaved ? (
          <Button wide onTap={leavePage}>
            返回
          </Button>
        ) : (
          <Button wide kind="line" onTap={onChange}>
            修改
          </Button>
        )}
      </View>
    </Card>
  )
}
