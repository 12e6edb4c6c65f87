/** Whether the eye is shut: amounts as dots, chosen once and kept on the phone. */
import { create } from 'zustand'
import { readStored, writeStored } from '@/api/platform'

const KEY = 'fenyou.hideAmounts'

interface HiddenAmounts {
  isHidden: boolean
  toggle: () => void
}

export const useHiddenAmounts = create<HiddenAmounts>((set, get) => ({
  isHidden: readStored(KEY) === '1',
  toggle: () => {
    const isHidden = !get().isHidden
    writeStored(KEY, isHidden ? '1' : '0')
    set({ isHidden })
  },
}))
