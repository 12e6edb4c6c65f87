/** What else a person can reach from 我的: addresses, distribution, and the desk of who runs the shop. */
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Segment } from '@/components/segment'
import { TierBadge } from '@/components/tier'
import { hasDesk, useSession } from '@/state/session'
import type { Session } from '@/state/session'
import { useTheme } from '@/state/theme'
import type { ThemeChoice } from '@/state/theme'
import { toast } from '@/components/toast'
import { copyText } from '@/api/platform'
import { openPage, openTab, pathOf } from './open-page'

const DISTRIBUTION = '/pages/tabs/distribution/index'
const RECRUIT = '/pages/recruit/apply/index'
const CODE = '/pages/recruit/code/index'
const DESK = '/pages/owner/dashboard/index'
const CLAIM = '/pages/owner/claim/index'

const themes: readonly { key: ThemeChoice; text: string }[] = [
  { key: 'system', text: '跟随系统' },
  { key: 'light', text: '浅色' },
  { key: 'dark', text: '深色' },
]

function DistributionRow({ distributor }: Pick<Session, 'distributor'>) {
  if (distributor?.status === 'active' || distributor?.status === 'frozen') {
    return (
      <ListRow
        icon="sprout"
        title="分销中心"
        value={<TierBadge tier={distributor.tier} />}
        onTap={() => openTab(DISTRIBUTION)}
      />
    )
  }
  const isAsked = distributor?.status === 'applied'
  return (
    <ListRow
      icon="sprout"
      title={isAsked ? '分销申请' : '成为分销员'}
      note={isAsked ? '正在审核' : '分享喜欢的茶，成交后有佣金'}
      onTap={() => openPage(RECRUIT)}
    />
  )
}

function ThemeRow() {
  const { choice, choose } = useTheme()
  return (
    <Card>
      <View className="me-theme-word">外观</View>
      <Segment items={themes} value={choice} onChange={choose} />
    </Card>
  )
}

export function MeRows({ session }: { session: Session }) {
  const isAtDesk = useSession(hasDesk)
  return (
    <>
      <Card flush>
        <ListRow icon="pin" title="收货地址" onTap={() => openPage(pathOf.addresses())} />
        {session.shop.isOpen && <DistributionRow distributor={session.distributor} />}
        {session.shop.isOpen && (
          <ListRow
            icon="edit"
            title="填邀请码"
            note="朋友的链接打不开时用"
            onTap={() => openPage(CODE)}
          />
        )}
      </Card>
      {(isAtDesk || !session.shop.isOpen) && (
        <Card flush>
          {isAtDesk && <ListRow icon="shop" title="店主工作台" onTap={() => openPage(DESK)} />}
          {!session.shop.isOpen && (
            <ListRow
              icon="flag"
              title="开店"
              note="这家店还没有店主，用开店码认领"
              onTap={() => openPage(CLAIM)}
            />
          )}
        </Card>
      )}
      <Card flush>
        <ListRow
          icon="copy"
          title="我的编号"
          note="店主请你做同事时要用，点一下复制"
          chevron={false}
          onTap={() => void copyText(session.member.id).then(() => toast('编号已复制'))}
        />
      </Card>
      <ThemeRow />
    </>
  )
}
