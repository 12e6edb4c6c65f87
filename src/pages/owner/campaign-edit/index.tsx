/** 编辑活动: cover, words, days and goods; kept as a draft, published with a question, taken back with another. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { confirm } from '@/components/dialog'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { StatusTag } from '@/components/tag'
import { toast } from '@/components/toast'
import { openPage, pathOf } from '@/features/mall/open-page'
import { ActionError } from '@/features/owner/action-error'
import { whyNotKept, whyNotPublished } from '@/features/owner/campaign-draft'
import type { CampaignDraft } from '@/features/owner/campaign-draft'
import { CampaignGoodsCard, useGoodsSheet } from '@/features/owner/campaign-goods'
import {
  copyText,
  isApart,
  publishQuestion,
  stateWords,
  withdrawQuestion,
} from '@/features/owner/campaign-words'
import { EditorPage, leaveStored } from '@/features/owner/editor-page'
import { MomentField } from '@/features/owner/moment-field'
import { PictureEditor } from '@/features/owner/picture-editor'
import { useCampaignEditor } from '@/features/owner/use-campaign-editor'
import './index.scss'

type Editor = ReturnType<typeof useCampaignEditor>

/** What it is now, how it gets to people, and what a plan has kept of it. */
function Standing({ editor }: { editor: Editor }) {
  const { campaign, draft } = editor
  if (!campaign) return null
  const { state, plans, id } = campaign
  const { text, tone } = stateWords[state]
  const isSeen = state === 'running' || state === 'to-come'
  return (
    <>
      <View className="camp-state">
        <StatusTag tone={tone}>{text}</StatusTag>
        {state === 'draft' && <Text className="camp-state-note">只有你看得到</Text>}
        {state === 'withdrawn' && <Text className="camp-state-note">分享的链接带到店里</Text>}
      </View>
      {isSeen && (
        <View className="desk-error">
          <Notice
            kind="good"
            icon="share"
            actionText="看活动页"
            onAction={() => openPage(pathOf.campaign(id))}
          >
            分销员在活动页点“分享这个活动”，卡片、海报、文案都能发
          </Notice>
        </View>
      )}
      {plans.map((copy) => (
        <View key={copy.version} className="desk-error">
          <Notice kind={isApart(copy, draft) ? 'warn' : 'note'} icon="lock">
            <Text>方案 {copyText(copy)}，佣金按它算。</Text>
            <Text>在这里改日子或商品，发布过的方案不会跟着变；要一起改，请再出一版方案。</Text>
          </Notice>
        </View>
      ))}
    </>
  )
}

interface WordsProps {
  draft: CampaignDraft
  onChange: (draft: CampaignDraft) => void
}

function Words({ draft, onChange }: WordsProps) {
  return (
    <Card>
      <Field
        label="活动名"
        placeholder="比如：冬茶节"
        maxLength={30}
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title })}
      />
      <Field
        label="说几句"
        kind="lines"
        placeholder="为什么办、有什么好，可不填"
        maxLength={300}
        value={draft.intro}
        onChange={(intro) => onChange({ ...draft, intro })}
      />
      <MomentField
        label="开始"
        value={draft.from}
        onChange={(from) => onChange({ ...draft, from })}
      />
      <MomentField label="结束" value={draft.to} onChange={(to) => onChange({ ...draft, to })} />
    </Card>
  )
}

function Bar({ editor }: { editor: Editor }) {
  const { campaign, draft, isChanged, busy } = editor
  const isPublished = campaign !== null && !['draft', 'withdrawn'].includes(campaign.state)
  const unkept = whyNotKept(draft)
  const keep = async () => {
    if ((await editor.save()) !== null) leaveStored('保存好了')
  }
  const publish = async () => {
    if (!(await confirm(publishQuestion(draft)))) return
    if (await editor.publish()) toast('发布了')
  }
  const withdraw = async () => {
    if (!campaign || !(await confirm(withdrawQuestion(campaign)))) return
    if (await editor.withdraw()) toast('撤下了')
  }
  const unchanged = !isChanged && campaign !== null && '没有修改'
  if (isPublished) {
    const incomplete = isChanged ? whyNotPublished(draft) : unchanged
    return (
      <BottomBar>
        <Button kind="plain" busy={busy} onTap={() => void withdraw()}>
          撤下
        </Button>
        <Button busy={busy} disabledReason={incomplete} onTap={() => void keep()}>
          保存修改
        </Button>
      </BottomBar>
    )
  }
  return (
    <BottomBar>
      <Button
        kind="plain"
        busy={busy}
        disabledReason={unkept ?? unchanged}
        onTap={() => void keep()}
      >
        先保存
      </Button>
      <Button busy={busy} disabledReason={whyNotPublished(draft)} onTap={() => void publish()}>
        {campaign?.state === 'withdrawn' ? '再发布' : '发布'}
      </Button>
    </BottomBar>
  )
}

export default function CampaignEditPage() {
  const { id } = useRouter().params
  const editor = useCampaignEditor(id)
  const { stored, draft, setDraft, isChanged } = editor
  const goods = {
    goods: draft.goods,
    onChange: (chosen: CampaignDraft['goods']) => setDraft({ ...draft, goods: chosen }),
  }
  const { sheet, choose } = useGoodsSheet(goods)
  const title = id === undefined ? '办活动' : '编辑活动'
  return (
    <EditorPage
      title={title}
      isChanged={isChanged}
      resource={stored}
      overlay={
        <>
          <Bar editor={editor} />
          {sheet}
        </>
      }
    >
      <ActionError error={editor.saveError} what="没有保存成功" />
      <ActionError error={editor.statusError} what="存着，但没有发布或撤下" />
      <Standing editor={editor} />
      <Card>
        <Text className="fy-field-label">封面，横着的图最好</Text>
        <PictureEditor
          pictures={draft.picture === '' ? [] : [draft.picture]}
          max={1}
          onChange={([picture = '']) => setDraft({ ...draft, picture })}
        />
      </Card>
      <View className="desk-group">
        <Words draft={draft} onChange={setDraft} />
      </View>
      <CampaignGoodsCard {...goods} onChoose={choose} />
    </EditorPage>
  )
}
