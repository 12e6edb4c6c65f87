/** Applications that wait, with their answers, to be approved or turned down with a reason. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { dayText } from '@/components/moment/format'
import { PageState } from '@/components/page-state'
import { toast } from '@/components/toast'
import { usePages } from '@/features/mall/use-pages'
import { ActionError } from '@/features/owner/action-error'
import { MoreRows } from '@/features/owner/more-rows'
import { ReasonSheet } from '@/features/owner/reason-sheet'

type Row = Api['owner.listApplications']['output']['rows'][number]

function ApplicationCard({
  row,
  busy,
  onApprove,
  onReject,
}: {
  row: Row
  busy: boolean
  onApprove: () => void
  onReject: () => void
}) {
  const { name, inviterName, appliedAt, round, answers } = row
  return (
    <Card>
      <Text className="fy-t-head">{name}</Text>
      <View className="fy-t-cap fy-ink-3">
        {dayText(appliedAt)}申请{round > 1 && ` · 第 ${round} 次`}
        {inviterName !== null && ` · ${inviterName} 邀请`}
      </View>
      {answers.map(({ label, text }) => (
        <View key={label} className="recruit-answer">
          <Text className="recruit-answer-label">{label}</Text>
          <Text className="fy-grow">{text}</Text>
        </View>
      ))}
      <View className="desk-actions">
        <Button kind="plain" size="small" label={`回绝 ${name}`} onTap={onReject}>
          不通过
        </Button>
        <Button size="small" busy={busy} label={`通过 ${name}`} onTap={onApprove}>
          通过
        </Button>
      </View>
    </Card>
  )
}

export function useApplications(when: boolean, onDecided: () => Promise<void>) {
  const pages = usePages<Row>(
    (cursor) => call('owner.listApplications', cursor === undefined ? {} : { cursor }),
    { when },
  )
  const deciding = useAction('owner.decideApplication')
  const [rejecting, setRejecting] = useState<Row | null>(null)
  const decide = async (row: Row, reason: string | null) => {
    const { id: distributorId, name } = row
    const answer = await deciding.run(
      reason === null
        ? { distributorId, isAdmitted: true }
        : { distributorId, isAdmitted: false, reason },
    )
    if (!answer) return
    toast(reason === null ? `${name} 通过了` : `已经告诉 ${name}`)
    setRejecting(null)
    await Promise.all([onDecided(), pages.resource.reload()])
  }
  return { pages, deciding, rejecting, setRejecting, decide }
}

type Applications = ReturnType<typeof useApplications>

export function RejectSheet({ applications }: { applications: Applications }) {
  const { deciding, rejecting, setRejecting, decide } = applications
  return (
    <ReasonSheet
      open={rejecting !== null}
      title={`不通过 ${rejecting?.name ?? ''}`}
      confirmText="提交"
      busy={deciding.busy}
      error={deciding.error}
      failText="没有提交"
      hint="申请的人看得到"
      onConfirm={(reason) => void (rejecting && decide(rejecting, reason))}
      onClose={() => setRejecting(null)}
    />
  )
}

export function ApplicationList({ applications }: { applications: Applications }) {
  const { pages, deciding, rejecting, setRejecting, decide } = applications
  const { resource } = pages
  return (
    <PageState
      state={resource.state}
      error={resource.error}
      onRetry={() => void resource.reload()}
      empty={{ title: '没有等审核的申请', text: '有人申请了，会带着答案排在这里。' }}
    >
      {rejecting === null && <ActionError error={deciding.error} what="没有通过成功" />}
      <View className="desk-list">
        {pages.rows.map((row) => (
          <ApplicationCard
            key={row.id}
            row={row}
            busy={deciding.busy}
            onApprove={() => void decide(row, null)}
            onReject={() => setRejecting(row)}
          />
        ))}
      </View>
      <MoreRows pages={pages} />
    </PageState>
  )
}
