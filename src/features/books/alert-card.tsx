/** One thing that needed a person: what it is, where to look, and what was done about it. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { momentText } from '@/components/moment/format'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from '@/features/owner/paths'
import type { Api } from '@/api/call'

export type Alert = Api['owner.listAlerts']['output']['rows'][number]

/** The page on which the matter can be looked at; null where there is none. */
export function placeOf({ kind, subjectId }: Alert): string | null {
  if (kind === 'RECONCILE') return deskPaths.reconcileDay(subjectId.slice(0, 10))
  if (kind === 'AUDIT') return deskPaths.reconcile()
  if (kind.startsWith('PAYMENT_') && subjectId.startsWith('ord_')) return deskPaths.order(subjectId)
  if (kind === 'PAID_AFTER_CLOSE' || kind === 'ACCRUAL_FAILED') return deskPaths.order(subjectId)
  if (kind.startsWith('REFUND_')) return deskPaths.refunds()
  if (kind.startsWith('TRANSFER_')) return deskPaths.payouts()
  return null
}

export function AlertCard({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const { message, at, closing } = alert
  const place = placeOf(alert)
  return (
    <Card>
      <View className="fy-row fy-row-top">
        <Icon name={closing ? 'check' : 'warn'} className={closing ? 'fy-good' : 'fy-bad'} />
        <View className="books-who">
          <Text>{message}</Text>
          <Text className="fy-t-cap fy-ink-3 fy-mt-4">{momentText(at)}</Text>
        </View>
      </View>
      {closing && (
        <View className="books-note">
          {closing.name} {momentText(closing.at)}：{closing.note}
        </View>
      )}
      {(!closing || place !== null) && (
        <View className="desk-actions">
          {place !== null && (
            <Button
              kind="plain"
              size="small"
              label={`去看看，${message}`}
              onTap={() => openPage(place)}
            >
              去看看
            </Button>
          )}
          {!closing && (
            <Button kind="soft" size="small" label={`处理完了，${message}`} onTap={onClose}>
              处理完了
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}
