// Stand-in for @tarojs/taro: records where a page goes, and lets a test show, hide, pull or share it.
import { useEffect, useRef } from 'react'

interface Destination {
  url: string
}

/** Where the page under test went, newest last: 'navigateTo /pages/…'. */
export const visits: string[] = []
const params: Record<string, string> = {}
let stack: { route: string }[] = [{ route: 'pages/tabs/home/index' }, { route: 'under/test' }]

type Listener = () => unknown
const listeners: Record<'show' | 'hide' | 'pull' | 'bottom' | 'share', Set<Listener>> = {
  show: new Set(),
  hide: new Set(),
  pull: new Set(),
  bottom: new Set(),
  share: new Set(),
}

/** Before each page: nowhere gone, these parameters, this many pages underneath. */
export function resetTaro(pageParams: Record<string, string> = {}, depth = 2): void {
  visits.length = 0
  for (const name of Object.keys(params)) delete params[name]
  Object.assign(params, pageParams)
  stack = Array.from({ length: depth }, () => ({ route: 'under/test' }))
  for (const set of Object.values(listeners)) set.clear()
}

/** The page comes to the front again, is hidden, pulled down, scrolled to its end, or shared. */
export function signal(what: keyof typeof listeners): unknown[] {
  return [...listeners[what]].map((listener) => listener())
}

function useListener(what: keyof typeof listeners, listener: Listener): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => {
    const call = () => latest.current()
    listeners[what].add(call)
    return () => void listeners[what].delete(call)
  }, [what])
}

export function useDidShow(listener: Listener): void {
  useListener('show', listener)
  const first = useRef(listener)
  useEffect(() => void first.current(), [])
}
export const useDidHide = (listener: Listener) => useListener('hide', listener)
export const usePullDownRefresh = (listener: Listener) => useListener('pull', listener)
export const useReachBottom = (listener: Listener) => useListener('bottom', listener)
export const useShareAppMessage = (listener: Listener) => useListener('share', listener)
export const useShareTimeline = (listener: Listener) => useListener('share', listener)
export const useUnload = (listener: Listener) => {
  const latest = useRef(listener)
  useEffect(() => () => void latest.current(), [])
}
export const useRouter = () => ({ params, path: 'under/test' })
export const useLoad = (listener: (options: Record<string, string>) => unknown) => {
  const first = useRef(listener)
  useEffect(() => void first.current({ ...params }), [])
}
export const useReady = (listener: Listener) => {
  const first = useRef(listener)
  useEffect(() => void first.current(), [])
}
export const useLaunch = useReady
export const usePageScroll = () => undefined

const go = (how: string) => (to?: Destination) => {
  visits.push(to ? `${how} ${to.url}` : how)
  return Promise.resolve({ errMsg: `${how}:ok` })
}
const ok = () => Promise.resolve({ errMsg: 'ok' })

/** Canvases and measures are seen by a browser only; here nothing is laid out. */
const selectorQuery = {
  select: () => selectorQuery,
  selectAll: () => selectorQuery,
  fields: () => selectorQuery,
  exec: (callback?: (answers: null[]) => void) => callback?.([null, null]),
}

const Taro = {
  navigateTo: go('navigateTo'),
  redirectTo: go('redirectTo'),
  switchTab: go('switchTab'),
  reLaunch: go('reLaunch'),
  navigateBack: () => go('navigateBack')(),
  getCurrentPages: () => stack,
  getCurrentInstance: () => ({ router: { params } }),
  setNavigationBarTitle: ok,
  setNavigationBarColor: ok,
  stopPullDownRefresh: ok,
  setTabBarBadge: ok,
  removeTabBarBadge: ok,
  pageScrollTo: ok,
  showShareMenu: ok,
  previewImage: ok,
  makePhoneCall: ok,
  getWindowInfo: () => ({
    windowWidth: 375,
    windowHeight: 812,
    statusBarHeight: 44,
    pixelRatio: 2,
  }),
  createSelectorQuery: () => selectorQuery,
  nextTick: (step: () => void) => void Promise.resolve().then(step),
  eventCenter: { on: () => undefined, off: () => undefined, trigger: () => undefined },
  useDidShow,
  useDidHide,
  usePullDownRefresh,
  useReachBottom,
  useShareAppMessage,
  useRouter,
  useLoad,
  useReady,
}

export const { getCurrentInstance, navigateTo, redirectTo, switchTab, navigateBack } = Taro
// Taro's own module has a default export, so its stand-in must.
export default Taro
