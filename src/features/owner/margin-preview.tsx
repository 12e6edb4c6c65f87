/** 毛利预览 in the plan editor: what each of the best-selling products leaves when the plan pays most. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Money } from '@/components/money'
import { formatBps } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { Bone } from '@/components/skeleton'
import { openPage } from '@/features/mall/open-page'
import { markText, nameText, sumText, verdictText } from './margin-words'
import type { Margin, Margins } from './margin-words'
import { deskPaths } from './paths'
import type { Rules } from './plan-draft'
import { useMargins } from './use-margins'

function Row({ margin, floorBps }: { margin: Margin; floorBps: number }) {
  const mark = markText(margin, floorBps)
  return (
    <View className="margin-row">
      <View className="margin-head">
        <Text className="margin-name fy-ell">{nameText(margin)}</Text>
        <Money fen={margin.leftFen} size="4" />
        <Text className={classNames('margin-share', margin.isBreach && 'fy-bad')}>
          {formatBps(margin.leftBps)}
        </Text>
      </View>
      <View className="margin-note">
        <Text className="fy-grow">{sumText(margin)}</Text>
        {mark !== '' && (
          <Text className={classNames('margin-mark', margin.isBreach && 'fy-bad fy-strong')}>
            {mark}
          </Text>
        )}
      </View>
    </View>
  )
}

function Shown({ margins: page }: { margins: Margins }) {
  const { margins, unknown, floorBps } = page
  return (
    <>
      {margins.length > 0 && (
        <Card flush>
          {margins.map((margin) => (
            <Row key={margin.id} margin={margin} floorBps={floorBps} />
          ))}
        </Card>
      )}
      {margins.length + unknown.length === 0 && (
        <Notice kind="note">还没有在卖的商品，上架之后在这里看每件剩多少</Notice>
      )}
      {unknown.length > 0 && (
        <View className="desk-error">
          <Notice actionText="去填进货价" onAction={() => openPage(deskPaths.products())}>
            算不了毛利，没填进货价：{unknown.map(({ title }) => title).join('、')}
          </Notice>
        </View>
      )}
    </>
  )
}

export function MarginPreview({ rules }: { rules: Rules | null }) {
  const { margins, failure, isOld, again } = useMargins(rules)
  const verdict = margins && margins.margins.length > 0 ? verdictText(margins) : ''
  return (
    <>
      <View className="fy-section">
        <Text>卖得最好的，最少剩多少</Text>
      </View>
      <View className="margin-lead">
        <Text>按两级都是最高等级、佣金给得最多的时候算，到封顶为止。</Text>
        {verdict !== '' && <Text className="fy-strong">{verdict}。</Text>}
        {margins && isOld && (
          <Text>{rules ? '正在按新写的重算。' : '还有没填对的，下面是上一次的。'}</Text>
        )}
      </View>
      {failure && !isOld && (
        <View className="desk-error">
          <Notice kind="warn" icon="warn" actionText="再算一次" onAction={again}>
            没有算成：{failure.message}
          </Notice>
        </View>
      )}
      {!margins && !failure && <Bone height={120} />}
      {margins && <Shown margins={margins} />}
    </>
  )
}
