/** 备注: what the staff want to remember of somebody; added to, never changed, never shown to that person. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { momentText } from '@/components/moment/format'
import { toast } from '@/components/toast'
import { usePages } from '@/features/mall/use-pages'
import { ActionError } from './action-error'
import { ListPart } from './person-lists'

type Note = Api['owner.listPersonNotes']['output']['rows'][number]
const LONGEST = 500

function Write({ distributorId, onDone }: { distributorId: string; onDone: () => void }) {
  const adding = useAction('owner.addPersonNote')
  const [words, setWords] = useState('')
  const text = words.trim()
  const add = async () => {
    if (!(await adding.run({ distributorId, text }))) return
    setWords('')
    toast('记下了')
    onDone()
  }
  return (
    <Card>
      <ActionError error={adding.error} what="备注没有记下" />
      <Field
        label="写一条备注"
        kind="lines"
        maxLength={LONGEST}
        placeholder="以后想记得的事，比如答应过什么"
        value={words}
        onChange={setWords}
        hint="只有店主和渠道经理看得到，他本人看不到；写了不能改"
      />
      <View className="desk-actions">
        <Button
          size="mid"
          busy={adding.busy}
          disabledReason={text === '' && '写了才能记下'}
          onTap={() => void add()}
        >
          记下
        </Button>
      </View>
    </Card>
  )
}

export function PersonNotes({ distributorId }: { distributorId: string }) {
  const pages = usePages<Note>(
    (cursor) =>
      call('owner.listPersonNotes', {
        distributorId,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    { keys: [distributorId] },
  )
  return (
    <View>
      <Write distributorId={distributorId} onDone={() => void pages.resource.reload()} />
      <View className="desk-gap">
        <ListPart
          pages={pages}
          empty={{ title: '还没有备注', text: '第一条写在上面，会按时间排在这里。' }}
        >
          <View className="desk-list">
            {pages.rows.map(({ id, authorName, text, at }) => (
              <Card key={id}>
                <View className="person-note">
                  <Text>{text}</Text>
                </View>
                <View className="fy-t-cap fy-ink-3 fy-mt-8">
                  {authorName} · {momentText(at)}
                </View>
              </Card>
            ))}
          </View>
        </ListPart>
      </View>
    </View>
  )
}
