/** The shell of every page: theme, navigation, states, offline notice, dialog and toast. */
import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useCartBadge } from '@/state/cart-badge'
import type { Resource } from '@/state/use-resource'
import type { Failure } from '@/state/failure'
import { textScaleClass } from '@/state/text-scale'
import { useTheme } from '@/state/theme'
import { classNames } from '../class-names'
import { DialogHost } from '../dialog'
import { NavBar } from '../nav-bar'
import { Notice } from '../notice'
import { PageState } from '../page-state'
import type { EmptyWords } from '../page-state'
import { ToastHost } from '../toast'

type ShellState = Pick<Resource<unknown>, 'state' | 'error' | 'staleAt' | 'reload'>

interface PageProps {
  title: string
  children: ReactNode
  /**
   * native: the mini-program's own bar (h5 draws one) · paper, hero, clear: our NavBar, with
   * `navigationStyle: 'custom'` in the page's config · none: the page brings its own.
   */
  nav?: 'native' | 'paper' | 'hero' | 'clear' | 'none'
  /** A tab page: no back arrow. */
  tab?: boolean
  /** What the page loads: gives state, error, retry and pull-down refresh at once. */
  resource?: ShellState
  state?: 'loading' | 'ready' | 'empty' | 'error'
  error?: Failure | null
  onRetry?: () => void
  empty?: EmptyWords
  skeleton?: ReactNode
  errorTitle?: string
  reassurance?: string
  /** Content from edge to edge, without the 16 px gutter. */
  bleed?: boolean
  /** Fixed things that must lie outside the state's box: BottomBar, Sheet. Shown when ready. */
  overlay?: ReactNode
  className?: string
}

function timeOf(at: number): string {
  const moment = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`
}

function useShown(): boolean {
  const [isShown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return isShown
}

function Navigation({ title, nav, tab }: Pick<PageProps, 'title' | 'nav' | 'tab'>) {
  const isNative = nav === 'native' && process.env.TARO_ENV === 'weapp'
  useEffect(() => {
    if (nav === 'native') void Taro.setNavigationBarTitle({ title })
  }, [nav, title])
  if (nav === 'none' || isNative) return null
  return (
    <NavBar title={title} tone={nav === 'native' ? 'paper' : nav} leave={tab ? 'none' : 'back'} />
  )
}

export function Page(props: PageProps) {
  const { title, nav = 'native', tab, resource, bleed, overlay } = props
  const { className: themeClass } = useTheme()
  const [textClass, setTextClass] = useState(textScaleClass)
  useDidShow(() => setTextClass(textScaleClass()))
  const isShown = useShown()
  useCartBadge(tab === true && isShown)
  const state = props.state ?? resource?.state ?? 'ready'
  const error = props.error ?? resource?.error
  const onRetry = props.onRetry ?? resource?.reload
  usePullDownRefresh(() => {
    void Promise.resolve(onRetry?.()).finally(() => Taro.stopPullDownRefresh())
  })
  const staleAt = state === 'ready' ? resource?.staleAt : undefined
  return (
    <View
      className={classNames(
        'fy-page',
        themeClass,
        textClass,
        tab && `fy-page-tab-${process.env.TARO_ENV}`,
        props.className,
      )}
    >
      <Navigation title={title} nav={nav} tab={tab} />
      {staleAt !== undefined && (
        <Notice kind="warn" icon="warn" actionText="重试" onAction={() => void onRetry?.()}>
          {error?.isOffline ? '没有网络' : '没有刷新成功'}，下面是 {timeOf(staleAt)} 的数据
        </Notice>
      )}
      <View className={bleed && state === 'ready' ? 'fy-page-bleed' : 'fy-page-body'}>
        <PageState
          state={state}
          error={error}
          onRetry={onRetry && (() => void onRetry())}
          skeleton={props.skeleton}
          empty={props.empty}
          errorTitle={props.errorTitle}
          reassurance={props.reassurance}
        >
          {props.children}
        </PageState>
      </View>
      {state === 'ready' && overlay}
      {isShown && <DialogHost />}
      {isShown && <ToastHost />}
    </View>
  )
}
