/** The application: the name under which shares are signed, and what the owner asks besides. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import type { Failure } from '@/state/failure'
import { missingIn } from './form-draft'
import type { Draft, Recruitment } from './form-draft'
import { Question } from './question'

interface ApplicationFormProps {
  recruitment: Recruitment
  busy: boolean
  error: Failure | null
  onSend: (name: string, draft: Draft) => void
}

const MAX_NAME = 20

export function ApplicationForm({ recruitment, busy, error, onSend }: ApplicationFormProps) {
  const [name, setName] = useState('')
  const [draft, setDraft] = useState<Draft>({})
  const { fields, reapplyOn, hasAgreement } = recruitment
  const trimmed = name.trim()
  const missing =
    (reapplyOn !== null && `${reapplyOn} 起可以再申请`) ||
    (trimmed === '' && '先写下怎么称呼你') ||
    missingIn(fields, draft)
  return (
    <Card>
      <Field
        label="怎么称呼你"
        placeholder="写在分享卡片和海报上"
        value={name}
        onChange={setName}
        maxLength={MAX_NAME}
        hint="店主审核时看得到，最多 20 个字"
      />
      {fields.map((question) => (
        <Question
          key={question.key}
          question={question}
          value={draft[question.key] ?? ''}
          onChange={(value) => setDraft({ ...draft, [question.key]: value })}
        />
      ))}
      <View className="fy-mt-16">
        <Button wide busy={busy} disabledReason={missing} onTap={() => onSend(trimmed, draft)}>
          {busy ? '正在提交' : '提交申请'}
        </Button>
      </View>
      {error && (
        <View className="fy-mt-12">
          <Notice kind="bad">申请没有提交成功：{error.message}</Notice>
        </View>
      )}
      <View className="fy-t-cap fy-ink-3 fy-mt-12">
        <Text>
          {hasAgreement ? '店主通过、你签了协议之后生效。' : '店主通过之后生效。'}
          不收任何费用，也不要求购买。
        </Text>
      </View>
    </Card>
  )
}
