/** Which product or campaign a material is about: found by name, chosen with a tap. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { aria } from '@/components/aria'
import { Icon } from '@/components/icon'
import { FilteredEmpty, PageState } from '@/components/page-state'
import { SearchBar } from '@/components/search-bar'
import { Sheet } from '@/components/sheet'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'

interface Subject {
  id: string
  name: string
}

interface SubjectSheetProps {
  open: boolean
  kind: 'product' | 'campaign'
  chosen: string | null
  onClose: () => void
  onChoose: (subject: Subject) => void
}

async function load(kind: SubjectSheetProps['kind'], keyword: string, cursor?: string) {
  if (kind === 'product') {
    const { rows, next } = await call('owner.listProducts', { keyword, cursor })
    return { rows: rows.map(({ id, title }): Subject => ({ id, name: title })), next }
  }
  const { rows, next } = await call('owner.listCampaigns', { cursor })
  // A draft isn't out yet, and one taken back is no longer spoken of.
  const shown = rows.filter(({ state }) => state !== 'draft' && state !== 'withdrawn')
  return { rows: shown.map(({ id, title }): Subject => ({ id, name: title })), next }
}

export function SubjectSheet({ open, kind, chosen, onClose, onChoose }: SubjectSheetProps) {
  const [word, setWord] = useState('')
  const [asked, setAsked] = useState('')
  const list = usePages((cursor) => load(kind, asked, cursor), { keys: [kind, asked], when: open })
  const { resource } = list
  const what = kind === 'product' ? '商品' : '活动'
  const empty = {
    title: kind === 'product' ? '还没有商品' : '还没有发布的活动',
    text: `先去把${what}做好，再来写它的素材。`,
  }
  return (
    <Sheet open={open} title={`选${what}`} onClose={onClose}>
      {kind === 'product' && (
        <SearchBar
          label="找商品"
          placeholder="按名字找商品"
          value={word}
          onChange={setWord}
          onSearch={(wanted) => setAsked(wanted.trim())}
        />
      )}
      {asked !== '' && resource.state === 'empty' ? (
        <FilteredEmpty
          title={`没有名字带“${asked}”的商品`}
          onAction={() => {
            setWord('')
            setAsked('')
          }}
        />
      ) : (
        <PageState
          state={resource.state}
          error={resource.error}
          onRetry={() => void resource.reload()}
          empty={empty}
        >
          {list.rows.map((subject) => (
            <View
              key={subject.id}
              className="subject-row"
              onClick={() => onChoose(subject)}
              {...aria(subject.name, 'button')}
            >
              <Text className="fy-grow fy-ell">{subject.name}</Text>
              {subject.id === chosen && <Icon name="check" size={20} className="fy-brand" />}
            </View>
          ))}
          <ListFoot foot={list.foot} error={list.error} loadMore={list.loadMore} />
        </PageState>
      )}
    </Sheet>
  )
}
