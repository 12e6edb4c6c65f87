/** A short word in the bottom third, only for things that worked; failures stay on the page. */
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { create } from 'zustand'
import { aria } from '../aria'
import { Icon } from '../icon'

const SHOWN_MS = 1500

interface Word {
  text: string
  turn: number
  /** The page it is said on; null: on the page that the person is brought to. */
  page: symbol | null
}

const useToast = create<Word>(() => ({ text: '', turn: 0, page: null }))
let front: symbol | null = null

function say(text: string, page: symbol | null): void {
  const turn = useToast.getState().turn + 1
  useToast.setState({ text, turn, page })
  setTimeout(() => {
    if (useToast.getState().turn === turn) useToast.setState({ text: '' })
  }, SHOWN_MS)
}

/** Says that something worked: "已加入购物车". Gone after 1.5 s, or when the page is left. */
export const toast = (text: string) => say(text, front)

/** The same by a page that closes itself because it worked: said on the page behind it. */
export const toastBehind = (text: string) => say(text, null)

/** Stands once in the shell of the page that is shown, anew each time it is shown. */
export function ToastHost() {
  const [page] = useState(() => Symbol('page'))
  const { text, page: saidOn } = useToast()
  useEffect(() => {
    front = page
    const word = useToast.getState()
    if (word.text !== '' && word.page === null) say(word.text, page)
  }, [page])
  if (!text || (saidOn !== null && saidOn !== page)) return null
  return (
    <View className="fy-toast" {...aria(text, 'status')}>
      <Icon name="check" size={18} className="fy-toast-icon" />
      <Text>{text}</Text>
    </View>
  )
}
