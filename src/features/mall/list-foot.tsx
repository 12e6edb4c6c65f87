/** The line under a list: more is coming, could not come, or that was all. */
import { Text, View } from '@tarojs/components'
import { Notice } from '@/components/notice'
import type { Pages } from './use-pages'

type ListFootProps = Pick<Pages<unknown>, 'foot' | 'error' | 'loadMore'> & {
  endText?: string
  moreText?: string
}

export function ListFoot(props: ListFootProps) {
  const { foot, error, loadMore, endText = '就这些了', moreText = '看更多' } = props
  if (foot === 'none') return null
  if (foot === 'failed') {
    return (
      <View className="fy-mt-8">
        <Notice kind="bad" actionText="接着取" onAction={loadMore}>
          {error?.message}
        </Notice>
      </View>
    )
  }
  return (
    <View className="mall-foot" onClick={foot === 'more' ? loadMore : undefined}>
      <Text>{foot === 'end' ? endText : foot === 'loading' ? '正在取下一页' : moreText}</Text>
    </View>
  )
}
