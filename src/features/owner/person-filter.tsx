/** 名单的条件: a part of the name and the order stand above the list, tier and what to look for in a sheet. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Chips } from '@/components/chip'
import { Field } from '@/components/field'
import { Segment } from '@/components/segment'
import { Sheet } from '@/components/sheet'
import { useTierName } from '@/components/tier'
import { call } from '@/api/call'
import { gradeFilters } from '@/features/credit/credit-words'
import { useResource } from '@/state/use-resource'
import { TIER_KEYS } from '@contract/model/shop'
import { mayAnswer } from './staff-words'
import { onlyFilters, sortItems, standingFilters } from './person-words'
import type { PeopleAsked } from './person-words'

interface PeopleFilterProps {
  asked: PeopleAsked
  onChange: (asked: PeopleAsked) => void
  onOpen: () => void
}

/** How many conditions the sheet holds now. */
const countOf = ({ tier, only, credit, manager }: PeopleAsked) =>
  [tier, only, credit, manager].filter((one) => one !== 'all').length

export function PeopleFilter({ asked, onChange, onOpen }: PeopleFilterProps) {
  const [words, setWords] = useState(asked.search)
  const count = countOf(asked)
  return (
    <View>
      <View className="person-search">
        <View className="fy-grow">
          <Field
            value={words}
            placeholder="按名字找，写一部分就行"
            maxLength={20}
            onChange={setWords}
          />
        </View>
        <View className="fy-ml-8">
          <Button
            kind="soft"
            size="mid"
            onTap={() => onChange({ ...asked, search: words.trim() })}
            label="开始找"
          >
            找
          </Button>
        </View>
      </View>
      <Chips
        items={standingFilters}
        value={asked.status}
        onChange={(status) => onChange({ ...asked, status })}
      />
      <View className="person-order">
        <View className="fy-grow">
          <Segment
            items={sortItems}
            value={asked.sort}
            onChange={(sort) => onChange({ ...asked, sort })}
          />
        </View>
        <View className="fy-ml-8">
          <Button kind="line" size="mid" onTap={onOpen} label="更多条件">
            {count === 0 ? '筛选' : `筛选 ${count}`}
          </Button>
        </View>
      </View>
    </View>
  )
}

interface FilterSheetProps {
  open: boolean
  asked: PeopleAsked
  onChange: (asked: PeopleAsked) => void
  onClose: () => void
}

export function PeopleFilterSheet({ open, asked, onChange, onClose }: FilterSheetProps) {
  const nameOf = useTierName()
  const staff = useResource(() => call('owner.listStaff', {}), { keys: [open], when: open })
  const managers = [
    { key: 'all', text: '不限' },
    { key: 'none', text: '没有负责人' },
    ...(staff.data?.rows ?? []).filter(mayAnswer).map(({ id, name }) => ({ key: id, text: name })),
  ]
  const tiers = [
    { key: 'all' as const, text: '不限' },
    ...TIER_KEYS.map((key) => ({ key, text: nameOf(key) })),
  ]
  return (
    <Sheet open={open} title="筛选" onClose={onClose}>
      <View className="desk-sheet-part">
        <Text className="fy-t-small fy-strong">等级</Text>
        <Chips
          items={tiers}
          value={asked.tier}
          onChange={(tier) => onChange({ ...asked, tier })}
          wrap
          soft
        />
      </View>
      <View className="desk-sheet-part">
        <Text className="fy-t-small fy-strong">信用</Text>
        <Chips
          items={gradeFilters}
          value={asked.credit}
          onChange={(credit) => onChange({ ...asked, credit })}
          wrap
          soft
        />
      </View>
      <View className="desk-sheet-part">
        <Text className="fy-t-small fy-strong">负责人</Text>
        <Chips
          items={managers}
          value={asked.manager}
          onChange={(manager) => onChange({ ...asked, manager })}
          wrap
          soft
        />
        {staff.error && (
          <View className="fy-t-cap fy-ink-3">负责人的名字没有取到：{staff.error.message}</View>
        )}
      </View>
      <View className="desk-sheet-part">
        <Text className="fy-t-small fy-strong">只看</Text>
        <Chips
          items={onlyFilters}
          value={asked.only}
          onChange={(only) => onChange({ ...asked, only })}
          wrap
          soft
        />
        <View className="fy-t-cap fy-ink-3 fy-mt-8">
          要留意：有一笔等审核的提现带着提示，或有佣金被搁下。没动静：30
          天里没有分享、开单、来新客。
        </View>
      </View>
      <Button wide onTap={onClose}>
        看结果
      </Button>
    </Sheet>
  )
}
