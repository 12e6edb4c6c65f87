/** 接下来: what a shop that has just opened still needs before it can sell; gone once both are done. */
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { StatusTag } from '@/components/tag'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from './paths'

interface FirstStepsProps {
  hasPlan: boolean
  hasGoods: boolean
}

function Step(props: { title: string; note: string; isDone: boolean; verb: string; to: string }) {
  const { title, note, isDone, verb, to } = props
  return (
    <ListRow
      icon={isDone ? 'check' : 'flag'}
      iconTone={isDone ? 'quiet' : 'brand'}
      title={title}
      note={note}
      value={
        isDone ? (
          <StatusTag tone="good">好了</StatusTag>
        ) : (
          <Button size="small" onTap={() => openPage(to)}>
            {verb}
          </Button>
        )
      }
    />
  )
}

export function FirstSteps({ hasPlan, hasGoods }: FirstStepsProps) {
  if (hasPlan && hasGoods) return null
  return (
    <Card flush>
      <Step
        title="发布一版佣金方案"
        note="定好分享人得多少，发布后才开始计佣"
        isDone={hasPlan}
        verb="去定"
        to={deskPaths.plan()}
      />
      <Step
        title="把第一件商品放上货架"
        note="有图、有价、有库存就能卖"
        isDone={hasGoods}
        verb="去加"
        to={deskPaths.productEdit()}
      />
    </Card>
  )
}
