/** A short word in the bottom third, only for things that worked; failures stay on the page. */
import { Text, View } from '@tarojs/components'
import { create } from 'zustand'
import { aria } from '../aria'
import { Icon } from '../icon'

const SHOWN_MS = 1500

const useToast = create<{ text: string; turn: number }>(() => ({ text: '', turn: 0 }))

/** Says that something worked: "已加入购物车". Gone after 1.5 s. */
export function toast(text: string): void {
  const turn = useToast.getState().turn + 1
  useToast.setState({ text, turn })
  setTimeout(() => {
    if (useToast.getState().turn === turn) useToast.setState({ text: '' })
  }, SHOWN_MS)
}

/** Stands once in the page shell. */
export function ToastHost() {
  const { text } = useToast()
  if (!text) return null
  return (
    <View className="fy-toast" {...aria(text, 'status')}>
      <Icon name="check" size={18} className="fy-toast-icon" />
      <Text>{text}</Text>
    </View>
  )
}
