/** The states a page is shown in: whose shop, what phone, and what the cloud does to it. */
export interface State {
  readonly name: string
  readonly shop: 'demo' | 'new'
  readonly width: number
  readonly height: number
  readonly theme: 'light' | 'dark'
  /** WeChat's text size in CSS pixels: 16 is usual, 20 what many older people set. */
  readonly fontSize: number
  /** `fail`: the page's own question fails; `wait`: its answer doesn't come while the picture is taken. */
  readonly cloud: 'answers' | 'fail' | 'wait'
}

const USUAL = {
  shop: 'demo',
  width: 375,
  height: 812,
  theme: 'light',
  fontSize: 16,
  cloud: 'answers',
} as const

export const STATES: readonly State[] = [
  { ...USUAL, name: '375' },
  { ...USUAL, name: '320', width: 320 },
  { ...USUAL, name: '430', width: 430, height: 932 },
  { ...USUAL, name: 'dark', theme: 'dark' },
  { ...USUAL, name: 'large-text', fontSize: 20 },
  { ...USUAL, name: 'loading', cloud: 'wait' },
  { ...USUAL, name: 'error', cloud: 'fail' },
  { ...USUAL, name: 'empty', shop: 'new' },
]
