/** Light, dark, or as the system says: the person's choice, kept on the phone. */
import { create } from 'zustand'
import { onSystemTheme, readStored, systemTheme, writeStored } from '@/api/platform'

export type ThemeChoice = 'system' | 'light' | 'dark'

const KEY = 'fenyou.theme'

interface ThemeState {
  choice: ThemeChoice
  system: 'light' | 'dark'
  choose: (choice: ThemeChoice) => void
}

function storedChoice(): ThemeChoice {
  const stored = readStored(KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

const useThemeStore = create<ThemeState>((set) => {
  onSystemTheme((system) => set({ system }))
  return {
    choice: storedChoice(),
    system: systemTheme(),
    choose: (choice) => {
      writeStored(KEY, choice)
      set({ choice })
    },
  }
})

/** `className` goes on the page's root view; `theme` is for canvases, which cannot read tokens. */
export function useTheme() {
  const { choice, system, choose } = useThemeStore()
  return {
    choice,
    choose,
    theme: choice === 'system' ? system : choice,
    className: `theme-${choice}`,
  }
}
