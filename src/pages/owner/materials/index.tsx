/** 素材管理: what distributors may post, how often each was used, and the switch that withdraws it. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Chips } from '@/components/chip'
import { SearchBar } from '@/components/search-bar'
import { Switch } from '@/components/switch'
import { toast } from '@/components/toast'
import { openPage } from '@/features/mall/open-page'
import { usePages } from '@/features/mall/use-pages'
import { MaterialCard } from '@/features/material/material-card'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { deskPaths } from '@/features/owner/paths'
import './index.scss'

type Shown = NonNullable<Api['owner.listMaterials']['input']['shown']>
type Row = Api['owner.listMaterials']['output']['rows'][number]

const SHOWN: readonly { key: Shown; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'published', text: '在用' },
  { key: 'withdrawn', text: '已撤下' },
]

function usedText({ usedCount, counts }: Row): string {
  if (usedCount === 0) return '还没人用过'
  return `复制 ${counts.copied} · 保存 ${counts.saved} · 分享 ${counts.shared}`
}

function Find({
  shown,
  onShown,
  onSearch,
}: {
  shown: Shown
  onShown: (shown: Shown) => void
  onSearch: (keyword: string) => void
}) {
  const [word, setWord] = useState('')
  return (
    <>
      <SearchBar
        label="搜索素材"
        placeholder="按标题找素材"
        value={word}
        onChange={setWord}
        onSearch={(wanted) => onSearch(wanted.trim())}
      />
      <Chips items={SHOWN} value={shown} onChange={onShown} />
    </>
  )
}

interface RowsProps {
  rows: readonly Row[]
  acting: string | null
  onPublish: (row: Row, isPublished: boolean) => void
}

function Rows({ rows, acting, onPublish }: RowsProps) {
  return (
    <View className="mat-list">
      {rows.map((row) => (
        <MaterialCard
          key={row.id}
          material={row}
          isWithdrawn={!row.isPublished}
          note={usedText(row)}
          onTap={() => openPage(deskPaths.materialEdit(row.id))}
          after={
            <Switch
              on={row.isPublished}
              disabled={acting === row.id}
              label={row.isPublished ? `撤下 ${row.title}` : `放回 ${row.title}`}
              onChange={(isPublished) => onPublish(row, isPublished)}
            />
          }
        />
      ))}
    </View>
  )
}

export default function ShopMaterialsPage() {
  const [shown, setShown] = useState<Shown>('all')
  const [keyword, setKeyword] = useState('')
  const pages = usePages<Row>((cursor) => call('owner.listMaterials', { shown, keyword, cursor }), {
    keys: [shown, keyword],
    onShow: true,
  })
  const publishing = useAction('owner.publishMaterial')
  const [acting, setActing] = useState<string | null>(null)
  const publish = async (row: Row, isPublished: boolean) => {
    setActing(row.id)
    const answer = await publishing.run({ materialId: row.id, isPublished })
    setActing(null)
    if (!answer) return
    toast(isPublished ? '放回去了' : '撤下了')
    const rows = pages.rows.map((one) => (one.id === row.id ? { ...one, isPublished } : one))
    pages.resource.put({ rows, next: pages.resource.data?.next ?? null })
  }
  const showAll = () => {
    setShown('all')
    setKeyword('')
  }
  const nothing = keyword === '' ? '这里没有素材' : `没有标题带“${keyword}”的素材`
  return (
    <DeskPage
      title="素材"
      resource={pages.resource}
      above={<Find shown={shown} onShown={setShown} onSearch={setKeyword} />}
      empty={{ title: '还没有素材', text: '写一段能直接发的话，配上图，分销员打开就能用。' }}
      filtered={shown !== 'all' || keyword !== '' ? { title: nothing, onAction: showAll } : null}
      overlay={
        <BottomBar>
          <Button icon="plus" onTap={() => openPage(deskPaths.materialEdit())}>
            发一份素材
          </Button>
        </BottomBar>
      }
    >
      <ActionError error={publishing.error} what="没有改成" />
      <Rows
        rows={pages.rows}
        acting={acting}
        onPublish={(row, isPublished) => void publish(row, isPublished)}
      />
      <MoreRows pages={pages} />
    </DeskPage>
  )
}
