/** One question of the application form, drawn by its kind, with what the shop asks of the answer. */
import { Picker, Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Chips } from '@/components/chip'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import type { Question as Asked } from './form-draft'
import { PROVINCES } from './provinces.data'

interface QuestionProps {
  question: Asked
  value: string
  onChange: (value: string) => void
}

const YES_NO = [
  { key: 'yes', text: '是' },
  { key: 'no', text: '否' },
] as const

function hintOf({ need, isRequired }: Asked): string {
  const words = [need && `要求：${need}`, !isRequired && '可以不填'].filter(Boolean)
  return words.join('；')
}

/** Province by wheel, city by hand: a city's name has many spellings, a province's has one. */
function Region({ question, value, onChange }: QuestionProps) {
  const [province = '', city = ''] = value.split(' ')
  const write = (to: string, at: string) => onChange(at.trim() === '' ? to : `${to} ${at.trim()}`)
  return (
    <>
      <Picker
        mode="selector"
        range={PROVINCES}
        value={Math.max(0, PROVINCES.indexOf(province))}
        onChange={(event) => write(PROVINCES[Number(event.detail.value)] ?? '', city)}
        {...aria(`${question.label}的省份`)}
      >
        <View className="fy-field-box">
          <Text className={province === '' ? 'fy-grow fy-ink-3' : 'fy-grow'}>
            {province === '' ? '选省份' : province}
          </Text>
          <Icon name="chev" size={16} className="fy-ink-3" />
        </View>
      </Picker>
      <View className="fy-mt-8">
        <Field
          placeholder="城市，例如 杭州市"
          value={city}
          maxLength={20}
          onChange={(text) => write(province, text.replace(/\s/g, ''))}
        />
      </View>
    </>
  )
}

export function Question(props: QuestionProps) {
  const { question, value, onChange } = props
  const { label, kind, choices } = question
  const hint = hintOf(question)
  if (kind === 'text' || kind === 'number') {
    return (
      <View className="recruit-question">
        <Field
          label={label}
          kind={kind}
          value={value}
          hint={hint}
          maxLength={kind === 'text' ? 200 : 8}
          onChange={onChange}
        />
      </View>
    )
  }
  return (
    <View className="recruit-question">
      <Text className="fy-field-label">{label}</Text>
      {kind === 'region' && <Region {...props} />}
      {kind === 'yes-no' && (
        <Chips items={YES_NO} value={value as 'yes' | 'no'} onChange={onChange} wrap />
      )}
      {kind === 'choice' && (
        <Chips
          items={choices.map((choice) => ({ key: choice, text: choice }))}
          value={value}
          onChange={onChange}
          wrap
        />
      )}
      {hint !== '' && <Text className="fy-field-hint">{hint}</Text>}
    </View>
  )
}
