/** What the owner writes of a material: what it is about, title, text, pictures, video, tags, its place. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chips } from '@/components/chip'
import { Field } from '@/components/field'
import { ListRow } from '@/components/list-row'
import { Segment } from '@/components/segment'
import { useTierName } from '@/components/tier'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from '@/features/owner/paths'
import { PictureEditor } from '@/features/owner/picture-editor'
import { TIER_KEYS } from '@contract/model/shop'
import { MATERIAL_LIMITS as LIMITS } from '@contract/model/material'
import type { Fault, MaterialDraft, TierKey } from './material-draft'
import { VideoEditor } from './video-editor'

interface MaterialFormProps {
  draft: MaterialDraft
  onChange: (draft: MaterialDraft) => void
  faults: readonly Fault[]
  onChooseSubject: () => void
}

const KINDS: readonly { key: MaterialDraft['kind']; text: string }[] = [
  { key: 'product', text: '一件商品' },
  { key: 'campaign', text: '一个活动' },
  { key: 'shop', text: '全店' },
]

function Subject({ draft, onChange, faults, onChooseSubject }: MaterialFormProps) {
  const { kind, subject } = draft
  const fault = faults.find(({ at }) => at === 'subject')
  return (
    <Card>
      <Text className="fy-field-label">讲什么</Text>
      <Segment
        items={KINDS}
        value={kind}
        onChange={(key) =>
          onChange({ ...draft, kind: key, subject: key === kind ? subject : null })
        }
      />
      {kind !== 'shop' && (
        <>
          <ListRow
            title={subject?.name ?? (kind === 'product' ? '选一件商品' : '选一个活动')}
            value={subject ? '换一个' : ''}
            onTap={onChooseSubject}
          />
          {fault && <Text className="mat-fault">{fault.text}</Text>}
        </>
      )}
      {kind === 'product' && subject && (
        <ListRow
          title="这件商品的卖点和问答"
          dense
          onTap={() => openPage(deskPaths.productNotes(subject.id))}
        />
      )}
    </Card>
  )
}

const EVERYBODY = 'all'
/** The lowest tier is everybody's. */
const HIGHER = TIER_KEYS.slice(1)

/** 谁能用: everybody, or a tier and those above it. */
function ForWhom({ draft, onChange }: MaterialFormProps) {
  const nameOf = useTierName()
  const tiers = HIGHER.map((key) => ({ key, text: `${nameOf(key)}以上` }))
  return (
    <Card className="desk-group">
      <Text className="fy-field-label">谁能用</Text>
      <Chips<TierKey | typeof EVERYBODY>
        wrap
        items={[{ key: EVERYBODY, text: '所有分销员' }, ...tiers]}
        value={draft.minTier ?? EVERYBODY}
        onChange={(key) => onChange({ ...draft, minTier: key === EVERYBODY ? null : key })}
      />
    </Card>
  )
}

export function MaterialForm(props: MaterialFormProps) {
  const { draft, onChange, faults } = props
  const faultAt = (at: Fault['at']) => faults.find((fault) => fault.at === at)?.text ?? null
  const content = faultAt('content')
  return (
    <>
      <Subject {...props} />
      <Card className="desk-group">
        <Field
          label="标题"
          placeholder="分销员按它找，比如：新茶开箱九宫格"
          maxLength={LIMITS.title}
          value={draft.title}
          onChange={(title) => onChange({ ...draft, title })}
          error={faultAt('title')}
        />
        <Field
          label="文案"
          kind="lines"
          placeholder="直接能发的话。复制时会带上分销员自己的邀请码，不用写在这里"
          maxLength={LIMITS.text}
          value={draft.text}
          onChange={(text) => onChange({ ...draft, text })}
          hint={`${draft.text.length} / ${LIMITS.text} 字`}
          error={content}
        />
      </Card>
      <Card className="desk-group">
        <Text className="fy-field-label">图片，最多 9 张</Text>
        <PictureEditor
          pictures={draft.pictures}
          onChange={(pictures) => onChange({ ...draft, pictures })}
        />
        <View className="desk-gap">
          <Text className="fy-field-label">视频，最多一条</Text>
          <VideoEditor video={draft.video} onChange={(video) => onChange({ ...draft, video })} />
        </View>
      </Card>
      <ForWhom {...props} />
      <Card className="desk-group">
        <Field
          label="标签"
          placeholder="用空格隔开，比如：早安 新品"
          maxLength={60}
          value={draft.tags}
          onChange={(tags) => onChange({ ...draft, tags })}
          error={faultAt('tags')}
        />
        <Field
          label="排序"
          kind="number"
          placeholder="0"
          maxLength={2}
          value={draft.sort}
          onChange={(sort) => onChange({ ...draft, sort })}
          hint="0 到 99，数大的排在前面；一样的，新的在前"
          error={faultAt('sort')}
        />
      </Card>
    </>
  )
}
