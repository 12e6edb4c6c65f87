/** 要你拿主意: what really waits for a person, counted by the server; nothing waiting is said too. */
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import type { IconName } from '@/components/icon'
import { ListRow } from '@/components/list-row'
import { formatFen } from '@/components/money/format'
import { momentText } from '@/components/moment/format'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from './paths'
import type { Dashboard } from './sales-words'

interface Decision {
  key: string
  icon: IconName
  tone: 'bad' | 'warn'
  title: string
  note?: string
  verb?: string
  to?: string
}

/** @param isOwner applications and disputes are the owner's alone */
export function decisionsOf(dashboard: Dashboard, isOwner: boolean): Decision[] {
  const { alerts, toShip, afterSales, applications, payouts, disputes } = dashboard
  const list: (Decision | false)[] = [
    ...alerts.map(({ id, message, at }): Decision => {
      const way = { verb: '看看', to: deskPaths.alerts() }
      return { key: id, icon: 'warn', tone: 'bad', title: message, note: momentText(at), ...way }
    }),
    toShip > 0 && {
      key: 'ship',
      icon: 'box',
      tone: 'warn',
      title: `${toShip} 单等着发货`,
      verb: '发货',
      to: deskPaths.orders('to-ship'),
    },
    afterSales > 0 && {
      key: 'refunds',
      icon: 'chat',
      tone: 'warn',
      title: `${afterSales} 笔售后等你处理`,
      verb: '处理',
      to: deskPaths.refunds(),
    },
    payouts.count > 0 && {
      key: 'payouts',
      icon: 'wallet',
      tone: 'warn',
      title: `${payouts.count} 笔提现等审核`,
      note: `一共 ${formatFen(payouts.amountFen)}`,
      verb: '审核',
      to: deskPaths.payouts(),
    },
    isOwner &&
      applications > 0 && {
        key: 'applications',
        icon: 'team',
        tone: 'warn',
        title: `${applications} 个人想做分销员`,
        verb: '看看',
        to: deskPaths.recruitment(),
      },
    isOwner &&
      disputes > 0 && {
        key: 'disputes',
        icon: 'shield',
        tone: 'warn',
        title: `${disputes} 件顾客争议还没有结果`,
        verb: '看看',
        to: deskPaths.disputes(),
      },
  ]
  return list.filter((row): row is Decision => row !== false)
}

export function DecisionList({ dashboard, isOwner }: { dashboard: Dashboard; isOwner: boolean }) {
  const decisions = decisionsOf(dashboard, isOwner)
  return (
    <Card flush>
      {decisions.length === 0 && (
        <ListRow icon="check" title="都处理完了" note="有新的事会出现在这里" />
      )}
      {decisions.map(({ key, icon, tone, title, note, verb, to }) => (
        <ListRow
          key={key}
          icon={icon}
          iconTone={tone}
          title={title}
          note={note}
          value={
            to && (
              <Button
                size="small"
                kind="soft"
                label={`去${verb}，${title}`}
                onTap={() => openPage(to)}
              >
                {verb}
              </Button>
            )
          }
        />
      ))}
    </Card>
  )
}
