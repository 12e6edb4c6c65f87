/** One question of the owner's form: words, kind, choices, and what the answer must be. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, Chips } from '@/components/chip'
import { Field } from '@/components/field'
import { Switch } from '@/components/switch'
import { PROVINCES } from './provinces.data'
import {
  dropStandard,
  KINDS,
  standardOf,
  withField,
  withoutField,
  withStandard,
} from './terms-draft'
import type { Terms, TermsField } from './terms-draft'

interface EditorProps {
  terms: Terms
  field: TermsField
  onChange: (terms: Terms) => void
}

const toggled = (list: readonly string[], one: string) =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
const numberOf = (text: string) => (/^-?\d{1,6}$/.test(text.trim()) ? Number(text) : null)

function Range({ terms, field, onChange }: EditorProps) {
  const standard = standardOf(terms, field.key)
  return (
    <View className="recruit-range">
      <View className="fy-grow">
        <Field
          label="最小"
          kind="number"
          placeholder={`${field.label}最小，不限就空着`}
          value={String(standard?.min ?? '')}
          onChange={(text) => onChange(withStandard(terms, field, { min: numberOf(text) }))}
        />
      </View>
      <View className="fy-grow fy-ml-12">
        <Field
          label="最大"
          kind="number"
          placeholder={`${field.label}最大，不限就空着`}
          value={String(standard?.max ?? '')}
          onChange={(text) => onChange(withStandard(terms, field, { max: numberOf(text) }))}
        />
      </View>
    </View>
  )
}

function Allowed({ terms, field, onChange, items }: EditorProps & { items: readonly string[] }) {
  const allowed = standardOf(terms, field.key)?.allowed ?? []
  return (
    <>
      <Text className="fy-field-hint">只收选中的；一个都不选就不限</Text>
      <View className="fy-chips fy-chips-wrap">
        {items.map((item) => (
          <Chip
            key={item}
            soft
            on={allowed.includes(item)}
            onTap={() => onChange(withStandard(terms, field, { allowed: toggled(allowed, item) }))}
          >
            {item}
          </Chip>
        ))}
      </View>
    </>
  )
}

function Asked(props: EditorProps) {
  const { terms, field, onChange } = props
  const mustBeYes = standardOf(terms, field.key) !== null
  switch (field.kind) {
    case 'number':
      return <Range {...props} />
    case 'region':
      return <Allowed {...props} items={PROVINCES} />
    case 'choice':
      return <Allowed {...props} items={field.choices} />
    case 'yes-no':
      return (
        <View className="fy-row">
          <Text className="fy-grow">只收选“是”的人</Text>
          <Switch
            label={`${field.label}只收选“是”的人`}
            on={mustBeYes}
            onChange={(on) =>
              onChange(on ? withStandard(terms, field, {}) : dropStandard(terms, field.key))
            }
          />
        </View>
      )
    case 'text':
      return null
  }
}

export function FieldEditor(props: EditorProps) {
  const { terms, field, onChange } = props
  const at = terms.fields.findIndex(({ key }) => key === field.key) + 1
  const put = (change: Partial<TermsField>) => onChange(withField(terms, { ...field, ...change }))
  const hasStandard = standardOf(terms, field.key) !== null
  return (
    <Card>
      <Field
        label={`第 ${at} 题`}
        placeholder={`第 ${at} 题问什么`}
        maxLength={20}
        value={field.label}
        onChange={(label) => put({ label })}
      />
      <View className="desk-gap">
        <Chips items={KINDS} value={field.kind} onChange={(kind) => put({ kind })} wrap soft />
      </View>
      {field.kind === 'choice' && (
        <Field
          label="选项"
          placeholder="用顿号分开，例如 朋友圈、社群"
          maxLength={200}
          value={field.choices.join('、')}
          onChange={(text) => put({ choices: text.split('、').map((one) => one.trim()) })}
          onBlur={() => put({ choices: [...new Set(field.choices.filter(Boolean))] })}
        />
      )}
      <View className="fy-row">
        <Text className="fy-grow">{hasStandard ? '一定要填（有要求）' : '一定要填'}</Text>
        <Switch
          label={`第 ${at} 题一定要填`}
          on={field.isRequired}
          disabled={hasStandard}
          onChange={(isRequired) => put({ isRequired })}
        />
      </View>
      <Asked {...props} />
      <View className="desk-actions">
        <Button
          kind="plain"
          size="small"
          label={`去掉第 ${at} 题`}
          onTap={() => onChange(withoutField(terms, field.key))}
        >
          去掉
        </Button>
      </View>
    </Card>
  )
}
