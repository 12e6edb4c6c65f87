/** 招募: the plan's progress, applications with their answers, and what is asked of applicants. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { confirm } from '@/components/dialog'
import { onText } from '@/components/moment/format'
import { Notice } from '@/components/notice'
import { Progress } from '@/components/progress'
import { Segment } from '@/components/segment'
import { toast } from '@/components/toast'
import { openPage } from '@/features/mall/open-page'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { deskPaths } from '@/features/owner/paths'
import { PublishBar } from '@/features/owner/publish-bar'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { ApplicationList, RejectSheet, useApplications } from '@/features/recruit/application-list'
import { driveDaysText, faultOf } from '@/features/recruit/terms-draft'
import type { RecruitDesk } from '@/features/recruit/terms-draft'
import { TermsForm } from '@/features/recruit/terms-form'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'
import './index.scss'

const TABS = [
  { key: 'people', text: '申请' },
  { key: 'terms', text: '设置' },
] as const

function DriveCard({ desk }: { desk: RecruitDesk }) {
  const { progress, waiting, toSign } = desk
  const { drive } = desk.terms
  return (
    <>
      {drive && progress && (
        <Card>
          <View className="fy-t-head">{drive.name}</View>
          <View className="fy-t-cap fy-ink-3">
            {onText(drive.fromOn)}到 {onText(drive.toOn)} · {driveDaysText(drive, desk.today)}
          </View>
          <View className="fy-mt-8">
            <Progress
              now={progress.admitted}
              goal={drive.target}
              left={`加入 ${progress.admitted} 人`}
              right={`目标 ${drive.target} 人`}
            />
          </View>
          <View className="fy-t-cap fy-ink-3 fy-mt-4">
            期间 {progress.applied} 人申请
            {progress.admitted >= drive.target && '，目标达成了'}
          </View>
        </Card>
      )}
      <View className="fy-t-small fy-ink-2 recruit-waiting">
        {waiting} 人等审核，{toSign} 人通过了还没签协议
      </View>
    </>
  )
}

export default function RecruitmentPage() {
  const desk = useResource(() => call('owner.getRecruitment', {}))
  const publishing = useAction('owner.publishRecruitment')
  const isOwner = useIsOwner()
  const [tab, setTab] = useState<(typeof TABS)[number]['key']>('people')
  const applications = useApplications(isOwner && desk.data !== undefined, desk.reload)
  const shown = desk.data
  const written = useDraft(shown ? { basedOn: shown.version, terms: shown.terms } : null)
  const { draft, setDraft } = written

  const publish = async () => {
    if (!draft) return
    const isSure = await confirm({
      title: '发布新的招募设置',
      text: '之后的申请按新的来，已经交上来的不变。',
      confirmText: '发布',
    })
    if (!isSure || !(await publishing.run(draft))) return
    toast('招募发布了')
    await desk.reload()
    written.drop()
  }
  const takeNewest = async () => {
    publishing.clear()
    await desk.reload()
    written.drop()
  }
  const isEditing = isOwner && tab === 'terms'
  return (
    <DeskPage
      title="招募"
      resource={desk}
      above={isOwner && <Segment items={TABS} value={tab} onChange={setTab} />}
      overlay={
        <>
          {isEditing && (
            <PublishBar
              busy={publishing.busy}
              isChanged={written.isChanged}
              fault={draft && faultOf(draft.terms)}
              onPublish={publish}
            />
          )}
          <RejectSheet applications={applications} />
        </>
      }
    >
      {shown && (
        <>
          {!isEditing && <DriveCard desk={shown} />}
          {isOwner && !isEditing && <ApplicationList applications={applications} />}
          {isEditing && draft && (
            <>
              <ActionError error={publishing.error} what="没有发布成功" onNewest={takeNewest} />
              {shown.version === 0 && (
                <Notice>还没有设过：现在写个称呼就能申请。设好并发布之后，按这里的来。</Notice>
              )}
              <TermsForm
                terms={draft.terms}
                today={shown.today}
                onChange={(terms) => setDraft({ ...draft, terms })}
              />
              <View className="desk-gap">
                <Button kind="plain" wide onTap={() => openPage(deskPaths.agreement())}>
                  去写分销协议
                </Button>
              </View>
            </>
          )}
        </>
      )}
    </DeskPage>
  )
}
