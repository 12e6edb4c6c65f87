/** Words and pictures of one side: what happened, and what shows it. */
import { Text, View } from '@tarojs/components'
import { Field } from '@/components/field'
import { PictureEditor } from '@/features/owner/picture-editor'
import { DISPUTE_LIMITS } from '@contract/model/dispute'

export interface Evidence {
  words: string
  pictures: string[]
}

export const NO_EVIDENCE: Evidence = { words: '', pictures: [] }

export const isWritten = ({ words, pictures }: Evidence) =>
  words.trim() !== '' || pictures.length > 0

interface EvidenceFormProps {
  evidence: Evidence
  onChange: (evidence: Evidence) => void
  placeholder: string
}

export function EvidenceForm({ evidence, onChange, placeholder }: EvidenceFormProps) {
  const { words, pictures } = evidence
  const { words: longest, pictures: most } = DISPUTE_LIMITS
  return (
    <View>
      <Field
        label="说说经过"
        kind="lines"
        placeholder={placeholder}
        maxLength={longest}
        value={words}
        onChange={(next) => onChange({ ...evidence, words: next })}
        hint={`${words.length} / ${longest} 字 · 对方和店里会看到`}
      />
      <View className="fy-mt-16">
        <Text className="fy-field-label">图片，最多 {most} 张（可以不传）</Text>
      </View>
      <PictureEditor
        pictures={pictures}
        onChange={(next) => onChange({ ...evidence, pictures: next })}
        max={most}
        hasCover={false}
      />
    </View>
  )
}
