/** Keeps unsaved changes from being lost by going back: WeChat asks by itself, the preview's bar asks by our dialog. */
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { confirm } from '@/components/dialog'
import { IconTap } from '@/components/icon-tap'
import { NavBar } from '@/components/nav-bar'
import { leavePage } from '@/features/mall/open-page'

const QUESTION = '还有没保存的修改，离开就没有了。'
const isWeapp = process.env.TARO_ENV === 'weapp'

/** How a guarded page is named to `<Page nav>`: WeChat's bar can be guarded, the preview's is replaced. */
export const guardedNav = isWeapp ? 'native' : 'none'

/** Registers WeChat's own question for the back button and the swipe. */
export function useLeaveGuard(isChanged: boolean): void {
  useEffect(() => {
    if (!isWeapp || !isChanged) return
    void Taro.enableAlertBeforeUnload({ message: QUESTION })
    return () => void Taro.disableAlertBeforeUnload({})
  }, [isChanged])
}

/** What was written is kept: leaving, which WeChat would ask about too, is free again. */
export function dropLeaveGuard(): void {
  if (isWeapp) Taro.disableAlertBeforeUnload({})
}

/** Resolves to true when the page may be left. */
export async function askToLeave(isChanged: boolean): Promise<boolean> {
  if (!isChanged) return true
  return confirm({
    title: '先不保存就离开',
    text: QUESTION,
    confirmText: '离开',
    cancelText: '接着写',
    danger: true,
  })
}

/** The preview's bar with a back button that asks first; nothing in WeChat. */
export function GuardedNav({ title, isChanged }: { title: string; isChanged: boolean }) {
  if (isWeapp) return null
  const leave = async () => {
    if (await askToLeave(isChanged)) leavePage()
  }
  return (
    <NavBar
      leave="none"
      lead={
        <View className="guard-bar">
          <IconTap
            className="guard-back"
            icon="back"
            size={24}
            label="返回"
            onTap={() => void leave()}
          />
          <Text className="guard-title">{title}</Text>
        </View>
      }
    />
  )
}
