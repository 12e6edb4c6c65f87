/** 发素材, 编辑素材: written, looked at as distributors will see it, put out; withdrawn and put back. */
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { confirm } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { toast } from '@/components/toast'
import { MaterialForm } from '@/features/material/material-form'
import { PreviewSheet } from '@/features/material/preview-sheet'
import { SubjectSheet } from '@/features/material/subject-sheet'
import { UsageCard } from '@/features/material/usage-card'
import { useMaterialEditor } from '@/features/material/use-material-editor'
import type { MaterialEditor } from '@/features/material/use-material-editor'
import { ActionError } from '@/features/owner/action-error'
import { EditorPage, leaveStored } from '@/features/owner/editor-page'
import './index.scss'

function Bar({ editor, onPreview }: { editor: MaterialEditor; onPreview: () => void }) {
  const { isNew, isChanged, busy, save } = editor
  const finish = async () => {
    if (await save()) leaveStored(isNew ? '发布了' : '保存好了')
  }
  return (
    <BottomBar>
      <Button kind="plain" icon="eye" onTap={onPreview}>
        预览
      </Button>
      <Button
        busy={busy}
        disabledReason={!isNew && !isChanged && '没有修改'}
        onTap={() => void finish()}
      >
        {isNew ? '发布' : '保存修改'}
      </Button>
    </BottomBar>
  )
}

/** Whether distributors see it now, and the way to change that. */
function Standing({ editor }: { editor: MaterialEditor }) {
  const { material, busy, publish, publishError } = editor
  if (!material) return null
  const { isPublished } = material
  const turn = async () => {
    const isSure =
      !isPublished ||
      (await confirm({
        title: `撤下「${material.title}」`,
        text: '分销员马上看不到它，收藏过的会看到“已撤下”。用过的次数留着，随时可以放回去。',
        confirmText: '撤下',
        cancelText: '先不撤',
        danger: true,
      }))
    if (isSure && (await publish(!isPublished))) toast(isPublished ? '撤下了' : '放回去了')
  }
  return (
    <View className="desk-group">
      <ActionError error={publishError} what="没有改成" />
      <Notice
        kind={isPublished ? 'good' : 'warn'}
        actionText={busy ? '正在改' : isPublished ? '撤下' : '放回去'}
        onAction={busy ? undefined : () => void turn()}
      >
        {isPublished ? '分销员现在看得到' : '已经撤下，分销员看不到'}
      </Notice>
    </View>
  )
}

type Open = 'preview' | 'subject' | null

export default function MaterialEditPage() {
  const { id } = useRouter().params
  const editor = useMaterialEditor(id)
  const { stored, material, draft, setDraft, isChanged, shownFaults, saveError } = editor
  const [open, setOpen] = useState<Open>(null)
  const title = id === undefined ? '发素材' : '编辑素材'
  const close = () => setOpen(null)
  return (
    <EditorPage
      title={title}
      isChanged={isChanged}
      resource={stored}
      overlay={
        <>
          <Bar editor={editor} onPreview={() => setOpen('preview')} />
          <PreviewSheet open={open === 'preview'} draft={draft} onClose={close} />
          {draft.kind !== 'shop' && (
            <SubjectSheet
              key={draft.kind}
              open={open === 'subject'}
              kind={draft.kind}
              chosen={draft.subject?.id ?? null}
              onClose={close}
              onChoose={(subject) => {
                close()
                setDraft({ ...draft, subject })
              }}
            />
          )}
        </>
      }
    >
      {shownFaults.length > 0 && (
        <View className="desk-error">
          <Notice kind="bad">还没有填好：{shownFaults.map(({ name }) => name).join('、')}</Notice>
        </View>
      )}
      <ActionError error={saveError} what="没有保存成功" />
      <MaterialForm
        draft={draft}
        onChange={setDraft}
        faults={shownFaults}
        onChooseSubject={() => setOpen('subject')}
      />
      <Standing editor={editor} />
      {material && <UsageCard material={material} />}
    </EditorPage>
  )
}
