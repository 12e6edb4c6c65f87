/** The owner's recruitment as a form: words, questions, when to re-apply, the plan, and the first steps. */
import { View } from '@tarojs/components'
import { addDays } from '@contract/time'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chips } from '@/components/chip'
import { Field } from '@/components/field'
import { DayField } from './day-field'
import { FieldEditor } from './field-editor'
import { newField, nextKey, TASK_TITLES, TASKS, withField } from './terms-draft'
import type { Terms } from './terms-draft'

interface FormProps {
  terms: Terms
  /** By the server's clock: a phone's may be wrong. */
  today: string
  onChange: (terms: Terms) => void
}

const MAX_FIELDS = 12
const MAX_TASKS = 6

function Words({ terms, onChange }: FormProps) {
  return (
    <Card>
      <Field
        label="标题"
        maxLength={30}
        value={terms.headline}
        onChange={(headline) => onChange({ ...terms, headline })}
      />
      <Field
        label="适合谁"
        kind="lines"
        maxLength={200}
        value={terms.forWhom}
        onChange={(forWhom) => onChange({ ...terms, forWhom })}
      />
      <Field
        label="能得到什么"
        kind="lines"
        maxLength={200}
        value={terms.offer}
        hint="写真话：不能承诺收入，不能要钱或要人先买"
        onChange={(offer) => onChange({ ...terms, offer })}
      />
      <Field
        label="没通过之后几天可以再申请"
        kind="number"
        unit="天"
        maxLength={3}
        value={String(terms.reapplyDays)}
        onChange={(text) => onChange({ ...terms, reapplyDays: Math.min(365, Number(text) || 0) })}
      />
    </Card>
  )
}

function Drive({ terms, today, onChange }: FormProps) {
  const { drive } = terms
  if (!drive) {
    const fresh = { name: '', target: 10, fromOn: today, toOn: addDays(today, 30) }
    return (
      <Button kind="line" wide onTap={() => onChange({ ...terms, drive: fresh })}>
        定一个招募计划
      </Button>
    )
  }
  const put = (change: Partial<typeof drive>) =>
    onChange({ ...terms, drive: { ...drive, ...change } })
  return (
    <Card>
      <Field
        label="计划的名字"
        maxLength={20}
        value={drive.name}
        onChange={(name) => put({ name })}
      />
      <Field
        label="想招多少人"
        kind="number"
        unit="人"
        maxLength={6}
        value={String(drive.target)}
        hint="只给你自己看进度，不按人头发钱"
        onChange={(text) => put({ target: Number(text) || 0 })}
      />
      <DayField label="从哪天" value={drive.fromOn} onChange={(fromOn) => put({ fromOn })} />
      <DayField
        label="到哪天"
        value={drive.toOn}
        start={drive.fromOn}
        onChange={(toOn) => put({ toOn })}
      />
      <View className="desk-actions">
        <Button kind="plain" size="small" onTap={() => onChange({ ...terms, drive: null })}>
          不要计划
        </Button>
      </View>
    </Card>
  )
}

function Tasks({ terms, onChange }: FormProps) {
  const { tasks } = terms
  const put = (at: number, change: Partial<(typeof tasks)[number]>) =>
    onChange({
      ...terms,
      tasks: tasks.map((one, index) => (index === at ? { ...one, ...change } : one)),
    })
  return (
    <>
      {tasks.map(({ key, kind, title }, at) => (
        <Card key={key}>
          <Chips
            items={TASKS}
            value={kind}
            onChange={(to) => put(at, { kind: to, title: TASK_TITLES[to] })}
            wrap
            soft
          />
          <Field
            label={`第 ${at + 1} 步`}
            maxLength={30}
            value={title}
            onChange={(text) => put(at, { title: text })}
          />
          <View className="desk-actions">
            <Button
              kind="plain"
              size="small"
              label={`去掉第 ${at + 1} 步`}
              onTap={() => onChange({ ...terms, tasks: tasks.filter((one) => one.key !== key) })}
            >
              去掉
            </Button>
          </View>
        </Card>
      ))}
      {tasks.length < MAX_TASKS && (
        <View className={tasks.length > 0 ? 'desk-gap' : ''}>
          <Button
            kind="line"
            wide
            onTap={() =>
              onChange({
                ...terms,
                tasks: [
                  ...tasks,
                  { key: nextKey('t', tasks), kind: 'share', title: TASK_TITLES.share },
                ],
              })
            }
          >
            加一步任务
          </Button>
        </View>
      )}
    </>
  )
}

export function TermsForm(props: FormProps) {
  const { terms, onChange } = props
  return (
    <>
      <View className="desk-label">招募页写什么</View>
      <Words {...props} />
      <View className="desk-label">申请表</View>
      <View className="desk-list">
        {terms.fields.map((field) => (
          <FieldEditor key={field.key} terms={terms} field={field} onChange={onChange} />
        ))}
      </View>
      {terms.fields.length < MAX_FIELDS && (
        <View className="desk-gap">
          <Button kind="line" wide onTap={() => onChange(withField(terms, newField(terms.fields)))}>
            加一题
          </Button>
        </View>
      )}
      <View className="desk-label">招募计划</View>
      <Drive {...props} />
      <View className="desk-label">新人的第一步</View>
      <Tasks {...props} />
    </>
  )
}
