/** 分销协议: written in four parts, published with a date to sign by; how many have signed. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { addDays } from '@contract/time'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chips } from '@/components/chip'
import { confirm } from '@/components/dialog'
import { Field } from '@/components/field'
import { dayText, onText } from '@/components/moment/format'
import { Notice } from '@/components/notice'
import { Progress } from '@/components/progress'
import { toast } from '@/components/toast'
import { openPage } from '@/features/mall/open-page'
import { ActionError } from '@/features/owner/action-error'
import { FormBones } from '@/features/owner/desk-bones'
import { DeskPage } from '@/features/owner/desk-page'
import { deskPaths } from '@/features/owner/paths'
import { PublishBar } from '@/features/owner/publish-bar'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { DayField } from '@/features/recruit/day-field'
import { VersionList, VersionSheet } from '@/features/recruit/version-list'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'
import './index.scss'

type Desk = Api['owner.getAgreement']['output']
type Terms = NonNullable<Desk['terms']>

const NEW: Terms = {
  title: '分销协议',
  rights: '',
  pricePolicy: '',
  territoryPolicy: '',
  refundPolicy: '',
  termDays: 365,
}
/** What the page proposes for who is in already. */
const DAYS_TO_SIGN = 14
const PARTS = [
  { key: 'rights', label: '权利与义务' },
  { key: 'pricePolicy', label: '价格政策' },
  { key: 'territoryPolicy', label: '区域政策' },
  { key: 'refundPolicy', label: '退款与退货' },
] as const
const SPANS = [
  { key: '180', text: '半年' },
  { key: '365', text: '一年' },
  { key: '730', text: '两年' },
  { key: '0', text: '不限' },
] as const

function Signed({ desk, isOwner }: { desk: Desk; isOwner: boolean }) {
  const { people, version, signByOn, publishedAt } = desk
  if (version === 0) {
    return (
      <Notice>
        还没有协议：现在通过申请就能开始。发布之后，新人签了才算加入，已经加入的人也要补签。
      </Notice>
    )
  }
  return (
    <Card>
      <View className="fy-t-head">第 {version} 版</View>
      <View className="fy-t-cap fy-ink-3">
        {publishedAt !== null && `${dayText(publishedAt)}发布`}，老分销员最晚{' '}
        {signByOn !== null && onText(signByOn)}签
      </View>
      <View className="fy-mt-8">
        <Progress
          now={people.signed}
          goal={people.admitted}
          left={`签了 ${people.signed} 人`}
          right={`一共 ${people.admitted} 人`}
        />
      </View>
      {isOwner && (
        <View className="fy-mt-12">
          <Button kind="soft" wide size="mid" onTap={() => openPage(deskPaths.signing())}>
            看看谁还没签
          </Button>
        </View>
      )}
    </Card>
  )
}

function TermsForm({ terms, onChange }: { terms: Terms; onChange: (terms: Terms) => void }) {
  return (
    <Card>
      <Field
        label="名称"
        maxLength={30}
        value={terms.title}
        onChange={(title) => onChange({ ...terms, title })}
      />
      {PARTS.map(({ key, label }) => (
        <Field
          key={key}
          label={label}
          kind="lines"
          maxLength={3000}
          value={terms[key]}
          onChange={(text) => onChange({ ...terms, [key]: text })}
        />
      ))}
      <View className="fy-mt-16">
        <Text className="fy-field-label">有效期</Text>
      </View>
      <Chips
        items={SPANS}
        value={String(terms.termDays ?? 0) as '365'}
        onChange={(days) => onChange({ ...terms, termDays: Number(days) || null })}
        wrap
      />
      <View className="fy-t-cap fy-ink-3 fy-mt-8">
        期限、随时可以结束、佣金归谁、不收费这几段会自动写进正文。
      </View>
    </Card>
  )
}

function missingIn(terms: Terms): string | null {
  if (terms.title.trim() === '') return '先写名称'
  const part = PARTS.find(({ key }) => terms[key].trim() === '')
  return part ? `「${part.label}」还没有写` : null
}

export default function AgreementPage() {
  const desk = useResource(() => call('owner.getAgreement', {}))
  const publishing = useAction('owner.publishAgreement')
  const isOwner = useIsOwner()
  const [chosenOn, setChosenOn] = useState<string | null>(null)
  const [openVersion, setOpenVersion] = useState<number | null>(null)
  const shown = desk.data
  const written = useDraft(shown ? { basedOn: shown.version, terms: shown.terms ?? NEW } : null)
  const { draft, setDraft } = written
  const signByOn = shown ? (chosenOn ?? addDays(shown.today, DAYS_TO_SIGN)) : null

  const publish = async () => {
    if (!draft || !shown || signByOn === null) return
    const isSure = await confirm({
      title: '发布这一版协议',
      text: `发布后不能再改。${shown.people.admitted} 位分销员最晚 ${onText(signByOn)}重新签，没签的不再有新顾客。`,
      confirmText: '发布',
    })
    if (!isSure) return
    const done = await publishing.run({ ...draft, signByOn })
    if (!done) return
    toast(`第 ${done.version} 版发布了`)
    await desk.reload()
    written.drop()
  }
  const takeNewest = async () => {
    publishing.clear()
    await desk.reload()
    written.drop()
  }
  return (
    <DeskPage
      title="分销协议"
      resource={desk}
      skeleton={<FormBones />}
      overlay={
        <>
          {isOwner && (
            <PublishBar
              busy={publishing.busy}
              isChanged={written.isChanged || shown?.version === 0}
              fault={draft && missingIn(draft.terms)}
              onPublish={publish}
            />
          )}
          <VersionSheet version={openVersion} onClose={() => setOpenVersion(null)} />
        </>
      }
    >
      {shown && draft && signByOn !== null && (
        <>
          <ActionError error={publishing.error} what="没有发布成功" onNewest={takeNewest} />
          <Signed desk={shown} isOwner={isOwner} />
          {shown.history.length > 0 && (
            <>
              <View className="desk-label">发布过的版本</View>
              <VersionList
                history={shown.history}
                inForce={shown.version}
                onOpen={setOpenVersion}
              />
            </>
          )}
          {isOwner && (
            <>
              <View className="desk-label">下一版</View>
              <TermsForm terms={draft.terms} onChange={(terms) => setDraft({ ...draft, terms })} />
              <View className="desk-label">老分销员最晚哪天重新签</View>
              <Card>
                <DayField
                  label="最晚这天"
                  value={signByOn}
                  start={shown.today}
                  onChange={setChosenOn}
                />
              </Card>
            </>
          )}
        </>
      )}
    </DeskPage>
  )
}
