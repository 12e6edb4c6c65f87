/** 搜索: by words, with the words of before, sorted, a page at a time. */
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { aria } from '@/components/aria'
import { Chip, Chips } from '@/components/chip'
import { Page } from '@/components/page'
import { FilteredEmpty, PageState } from '@/components/page-state'
import { SearchBar } from '@/components/search-bar'
import { ListFoot } from '@/features/mall/list-foot'
import { ProductList } from '@/features/mall/product-list'
import { clearSearches, keepSearch, readSearches } from '@/features/mall/search-history'
import { productSorts } from '@/features/mall/sorts.data'
import type { ProductSort } from '@/features/mall/sorts.data'
import { usePages } from '@/features/mall/use-pages'
import './index.scss'

interface HistoryProps {
  words: readonly string[]
  onChoose: (word: string) => void
  onClear: () => void
}

function History({ words, onChoose, onClear }: HistoryProps) {
  if (words.length === 0) {
    return <Text className="search-hint">写上茶名、产地，或者送给谁。</Text>
  }
  return (
    <View>
      <View className="fy-section">
        <Text>搜过的</Text>
        <View className="fy-section-more" onClick={onClear} {...aria('清空搜过的词', 'button')}>
          <Text>清空</Text>
        </View>
      </View>
      <View className="fy-row fy-wrap">
        {words.map((word) => (
          <Chip key={word} onTap={() => onChoose(word)}>
            {word}
          </Chip>
        ))}
      </View>
    </View>
  )
}

export default function SearchPage() {
  const [text, setText] = useState('')
  const [keyword, setKeyword] = useState('')
  const [sort, setSort] = useState<ProductSort>('sold')
  const [words, setWords] = useState(readSearches)
  const found = usePages((cursor) => call('mall.searchProducts', { keyword, sort, cursor }), {
    keys: [keyword, sort],
    when: keyword !== '',
  })
  useReachBottom(found.loadMore)
  const search = (word: string) => {
    const wanted = word.trim()
    setText(word)
    setKeyword(wanted)
    if (wanted !== '') setWords(keepSearch(wanted))
  }
  const { resource } = found
  return (
    <Page title="搜索" onRetry={() => void (keyword !== '' && resource.reload())}>
      <SearchBar
        label="搜索商品"
        placeholder="搜茶名、茶器、送礼场合"
        value={text}
        onChange={setText}
        onSearch={search}
        focus
      />
      {keyword === '' ? (
        <History words={words} onChoose={search} onClear={() => setWords(clearSearches())} />
      ) : (
        <View>
          <Chips items={productSorts} value={sort} onChange={setSort} />
          <PageState
            state={resource.state === 'empty' ? 'ready' : resource.state}
            error={resource.error}
            onRetry={() => void resource.reload()}
          >
            {found.rows.length > 0 ? (
              <ProductList rows={found.rows} />
            ) : (
              <FilteredEmpty
                title={`没有找到「${keyword}」`}
                text="换个短一点的词，比如「岩茶」。"
                actionText="换个词"
                onAction={() => search('')}
              />
            )}
            <ListFoot {...found} />
          </PageState>
        </View>
      )}
    </Page>
  )
}
