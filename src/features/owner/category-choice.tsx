/** The product's category, with a new one added on the spot. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Chips } from '@/components/chip'
import { Field } from '@/components/field'
import { ActionError } from './action-error'
import type { Editing } from './product-draft'

interface CategoryChoiceProps {
  categories: Editing['categories']
  value: string | null
  onChange: (categoryId: string) => void
  /** A category was added: the list is to be read again. */
  onAdded: () => Promise<void>
  fault?: string
}

export function CategoryChoice(props: CategoryChoiceProps) {
  const { categories, value, onChange, onAdded, fault } = props
  const [name, setName] = useState<string | null>(null)
  const saving = useAction('owner.saveCategory')
  const add = async () => {
    const sort = Math.min(categories.length, 999)
    const answer = await saving.run({ name: (name ?? '').trim(), sort })
    if (!answer) return
    setName(null)
    onChange(answer.id)
    await onAdded()
  }
  return (
    <View>
      <Text className="fy-field-label">分类</Text>
      {categories.length > 0 && (
        <Chips
          items={categories.map((category) => ({ key: category.id, text: category.name }))}
          value={value}
          onChange={onChange}
          soft
          wrap
        />
      )}
      {fault && <Text className="goods-fault">{fault}</Text>}
      <ActionError error={saving.error} what="分类没有加上" />
      {name === null ? (
        <View className="desk-link" onClick={() => setName('')}>
          加一个分类
        </View>
      ) : (
        <Field
          placeholder="新分类的名字"
          maxLength={10}
          value={name}
          onChange={setName}
          after={
            <Button
              size="small"
              busy={saving.busy}
              disabledReason={name.trim() === '' && '写名字'}
              onTap={() => void add()}
            >
              加上
            </Button>
          }
        />
      )}
    </View>
  )
}
