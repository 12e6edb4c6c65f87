/** 编辑商品: pictures, words, category, specs with prices and stock; saved, then put on the shelf. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { openPage } from '@/features/mall/open-page'
import { ActionError } from '@/features/owner/action-error'
import { CategoryChoice } from '@/features/owner/category-choice'
import { EditorPage, leaveStored } from '@/features/owner/editor-page'
import { deskPaths } from '@/features/owner/paths'
import { PictureEditor } from '@/features/owner/picture-editor'
import { SpecEditor } from '@/features/owner/spec-editor'
import { TagChoice } from '@/features/owner/tag-choice'
import { useProductEditor } from '@/features/owner/use-product-editor'
import './index.scss'

type Editor = ReturnType<typeof useProductEditor>

function Missing({ faults }: { faults: Editor['shownFaults'] }) {
  if (faults.length === 0) return null
  const names = [...new Set(faults.map(({ name }) => name))]
  const more = names.length > 4 ? `等 ${names.length} 处` : ''
  return (
    <View className="desk-error">
      <Notice kind="bad">
        还没有填好：{names.slice(0, 4).join('、')}
        {more}
      </Notice>
    </View>
  )
}

function Words({ editor }: { editor: Editor }) {
  const { draft, setDraft, shownFaults, stored } = editor
  const faultAt = (at: string) => shownFaults.find((fault) => fault.at === at)?.text
  return (
    <Card>
      <Field
        label="商品名"
        placeholder="比如：武夷肉桂礼盒"
        maxLength={40}
        value={draft.title}
        onChange={(title) => setDraft({ ...draft, title })}
        error={faultAt('title')}
      />
      <Field
        label="一句话"
        placeholder="香型、产地、适合谁，可不填"
        maxLength={60}
        value={draft.subtitle}
        onChange={(subtitle) => setDraft({ ...draft, subtitle })}
      />
      <View className="fy-mt-12">
        <CategoryChoice
          categories={stored.data?.categories ?? []}
          value={draft.categoryId}
          onChange={(categoryId) => setDraft({ ...draft, categoryId })}
          onAdded={stored.reload}
          fault={faultAt('category')}
        />
      </View>
      <TagChoice value={draft.tags} onChange={(tags) => setDraft({ ...draft, tags })} />
      <View className="desk-gap">
        <Field
          label="详情"
          kind="lines"
          placeholder="怎么喝、怎么存、里面有什么，可不填"
          maxLength={2000}
          value={draft.description}
          onChange={(description) => setDraft({ ...draft, description })}
        />
      </View>
    </Card>
  )
}

function Bar({ editor }: { editor: Editor }) {
  const { isOnShelf, isNew, isChanged, busy, save, draft } = editor
  const finish = async (isToBeShelved: boolean) => {
    if (await save(isToBeShelved)) leaveStored(isToBeShelved ? '上架了' : '保存好了')
  }
  const unchanged = !isChanged && !isNew && '没有修改'
  if (isOnShelf) {
    return (
      <BottomBar>
        <Button busy={busy} disabledReason={unchanged} onTap={() => void finish(false)}>
          保存修改
        </Button>
      </BottomBar>
    )
  }
  return (
    <BottomBar>
      <Button kind="plain" busy={busy} disabledReason={unchanged} onTap={() => void finish(false)}>
        先保存
      </Button>
      <Button
        busy={busy}
        disabledReason={draft.pictures.length === 0 && '有图片才能上架'}
        onTap={() => void finish(true)}
      >
        保存并上架
      </Button>
    </BottomBar>
  )
}

export default function ProductEditPage() {
  const { id } = useRouter().params
  const editor = useProductEditor(id)
  const { stored, draft, setDraft, isChanged, shownFaults, saveError, shelfError } = editor
  const title = id === undefined ? '加商品' : '编辑商品'
  return (
    <EditorPage
      title={title}
      isChanged={isChanged}
      resource={stored}
      overlay={<Bar editor={editor} />}
    >
      <Missing faults={shownFaults} />
      <ActionError error={saveError} what="没有保存成功" />
      <ActionError error={shelfError} what="保存好了，但没有上架" />
      <Card>
        <Text className="fy-field-label">图片</Text>
        <PictureEditor
          pictures={draft.pictures}
          onChange={(pictures) => setDraft({ ...draft, pictures })}
        />
      </Card>
      <View className="desk-group">
        <Words editor={editor} />
      </View>
      {id !== undefined && (
        <View className="desk-group">
          <Card flush>
            <ListRow
              icon="list"
              title="卖点和问答"
              note="给分销员看的，放在素材旁边"
              onTap={() => openPage(deskPaths.productNotes(id))}
            />
          </Card>
        </View>
      )}
      <SpecEditor draft={draft} onChange={setDraft} faults={shownFaults} />
    </EditorPage>
  )
}
