/** How saving goes: so many of so many, why it stopped, and the way on. */
import { View } from '@tarojs/components'
import { openSetting } from '@/api/platform'
import { Notice } from '@/components/notice'
import { Progress } from '@/components/progress'
import type { MediaFile, Saving } from './use-save-all'

interface SaveStateProps {
  saving: Saving
  onAgain: (files: readonly MediaFile[]) => void
}

export function SaveState({ saving, onAgain }: SaveStateProps) {
  const { done, total, trouble, left } = saving
  if (done !== null) {
    return (
      <View className="mat-saving">
        <Progress now={done} goal={total} kind="part" left={`正在存 ${done} / ${total}`} />
      </View>
    )
  }
  if (trouble === 'denied') {
    return (
      <View className="mat-saving">
        <Notice kind="warn" icon="lock" actionText="去设置" onAction={() => void openSetting()}>
          还没有允许保存到相册，打开之后再点一次保存
        </Notice>
      </View>
    )
  }
  if (trouble !== 'failed') return null
  return (
    <View className="mat-saving">
      <Notice kind="bad" actionText="再试一次" onAction={() => onAgain(left)}>
        有 {left.length} 个没有存上
      </Notice>
    </View>
  )
}
