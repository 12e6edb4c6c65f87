/** 卖点和问答: short lines for distributors to speak of one product with. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { IconTap } from '@/components/icon-tap'
import { useNotesEditor } from '@/features/material/use-notes-editor'
import type { NotesDraft } from '@/features/material/use-notes-editor'
import { ActionError } from '@/features/owner/action-error'
import { EditorPage, leaveStored } from '@/features/owner/editor-page'
import { NOTES_LIMITS } from '@contract/model/material'
import './index.scss'

interface PartProps {
  draft: NotesDraft
  onChange: (draft: NotesDraft) => void
}

/** A list with one row changed; null takes it out. */
function withRow<Row>(rows: readonly Row[], at: number, row: Row | null): Row[] {
  return rows.flatMap((one, index) => (index !== at ? [one] : row === null ? [] : [row]))
}

function Points({ draft, onChange }: PartProps) {
  const { points } = draft
  const put = (at: number, point: string | null) =>
    onChange({ ...draft, points: withRow(points, at, point) })
  return (
    <Card>
      <Text className="fy-t-head">卖点</Text>
      {points.map((point, at) => (
        <View key={at} className="notes-row fy-mt-8">
          <Field
            placeholder={`第 ${at + 1} 条，比如：手工炒制，当年头采`}
            maxLength={NOTES_LIMITS.point}
            value={point}
            onChange={(text) => put(at, text)}
          />
          <IconTap icon="trash" label={`移除卖点 ${at + 1}`} onTap={() => put(at, null)} />
        </View>
      ))}
      {points.length < NOTES_LIMITS.points && (
        <View className="desk-gap">
          <Button
            size="mid"
            kind="line"
            icon="plus"
            wide
            onTap={() => onChange({ ...draft, points: [...points, ''] })}
          >
            加一条卖点
          </Button>
        </View>
      )}
    </Card>
  )
}

function Questions({ draft, onChange }: PartProps) {
  const { faq } = draft
  const put = (at: number, row: NotesDraft['faq'][number] | null) =>
    onChange({ ...draft, faq: withRow(faq, at, row) })
  return (
    <Card className="desk-group">
      <Text className="fy-t-head">顾客常问</Text>
      {faq.map((row, at) => (
        <View key={at} className="notes-one">
          <View className="notes-row">
            <Field
              placeholder={`问题 ${at + 1}，比如：能放多久`}
              maxLength={NOTES_LIMITS.question}
              value={row.question}
              onChange={(question) => put(at, { ...row, question })}
            />
            <IconTap icon="trash" label={`移除问题 ${at + 1}`} onTap={() => put(at, null)} />
          </View>
          <Field
            kind="lines"
            placeholder={`回答 ${at + 1}`}
            maxLength={NOTES_LIMITS.answer}
            value={row.answer}
            onChange={(answer) => put(at, { ...row, answer })}
          />
        </View>
      ))}
      {faq.length < NOTES_LIMITS.faq && (
        <View className="desk-gap">
          <Button
            size="mid"
            kind="line"
            icon="plus"
            wide
            onTap={() => onChange({ ...draft, faq: [...faq, { question: '', answer: '' }] })}
          >
            加一个问题
          </Button>
        </View>
      )}
    </Card>
  )
}

export default function ProductNotesPage() {
  const editor = useNotesEditor(useRouter().params['id'] ?? '')
  const { stored, draft, setDraft, isChanged, isIncomplete, save, busy, error } = editor
  const finish = async () => {
    if (await save()) leaveStored('保存好了')
  }
  const reason = (isIncomplete && '问题和回答要成对') || (!isChanged && '没有修改')
  return (
    <EditorPage
      title="卖点和问答"
      isChanged={isChanged}
      resource={stored}
      overlay={
        <BottomBar>
          <Button busy={busy} disabledReason={reason} onTap={() => void finish()}>
            保存
          </Button>
        </BottomBar>
      }
    >
      <ActionError error={error} what="没有保存成功" />
      <View className="desk-label">{stored.data?.title}</View>
      <Points draft={draft} onChange={setDraft} />
      <Questions draft={draft} onChange={setDraft} />
    </EditorPage>
  )
}
