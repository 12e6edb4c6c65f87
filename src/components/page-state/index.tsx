/** What a page shows while it has nothing to show: skeleton, empty, error or offline. */
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { copyText, isSinglePage } from '@/api/platform'
import type { Failure } from '@/state/failure'
import { aria } from '../aria'
import { Button } from '../button'
import { Card } from '../card'
import { EmptyArt } from '../empty-art'
import type { Scene } from '../empty-art'
import { Icon } from '../icon'
import type { IconName } from '../icon'
import { SkeletonRows } from '../skeleton'
import { toast } from '../toast'

/** Shorter waits show nothing: a flash of grey reads as slower than a still page. */
const SKELETON_AFTER_MS = 300

export interface EmptyWords {
  title: string
  /** When it will fill. */
  text?: string
  /** The first step. */
  actionText?: string
  actionIcon?: IconName
  onAction?: () => void
}

interface PlateProps extends EmptyWords {
  scene: Scene
  kind?: 'primary' | 'line'
  children?: ReactNode
}

function Plate({
  scene,
  title,
  text,
  actionText,
  actionIcon,
  onAction,
  kind,
  children,
}: PlateProps) {
  return (
    <View className="fy-plate">
      <EmptyArt scene={scene} />
      <Text className="fy-plate-title">{title}</Text>
      {text && <Text className="fy-plate-text">{text}</Text>}
      {actionText && (
        <View className="fy-plate-action">
          <Button size="mid" kind={kind} icon={actionIcon} onTap={onAction}>
            {actionText}
          </Button>
        </View>
      )}
      {children}
    </View>
  )
}

export function EmptyState(words: EmptyWords) {
  return <Plate scene="empty" {...words} />
}

/** A filter found nothing: one row and the way back, no picture. */
export function FilteredEmpty({ title, text, actionText = '看全部', onAction }: EmptyWords) {
  return (
    <Card className="fy-filtered">
      <Icon name="search" className="fy-filtered-icon" />
      <View className="fy-filtered-main">
        <View className="fy-t-body">{title}</View>
        {text && <View className="fy-t-cap fy-ink-3">{text}</View>}
      </View>
      <Button size="small" kind="soft" onTap={onAction}>
        {actionText}
      </Button>
    </Card>
  )
}

interface ErrorStateProps {
  error: Failure
  onRetry?: () => void
  /** What happened on this page: "提现没有提交成功". */
  title?: string
  /** Whether the money is safe: "你的 ¥1,286.40 没有动。" Stands before the error's own sentence. */
  reassurance?: string
}

export function ErrorState({ error, onRetry, title, reassurance }: ErrorStateProps) {
  if (isSinglePage()) {
    return (
      <Plate
        scene="empty"
        title="点下面的「前往小程序」接着看"
        text="朋友圈里只能先看一眼，进了小程序就能看商品、下单。"
      />
    )
  }
  if (error.isOffline) {
    return (
      <Plate
        scene="offline"
        kind="line"
        title="连不上网络"
        text="检查一下 Wi-Fi 或流量，恢复后再试一次。"
        actionText={onRetry && '重试'}
        actionIcon="refresh"
        onAction={onRetry}
      />
    )
  }
  const { requestId } = error
  // Looking changes nothing: there is no submission that could be doubled.
  const said = error.code === 'NO_ANSWER' ? '没有收到回应，什么都没有变。' : error.message
  const copy = () => void copyText(requestId ?? '').then(() => toast('错误编号已复制'))
  return (
    <Plate
      scene="error"
      title={title ?? '没有打开成功'}
      text={[reassurance, said].filter(Boolean).join('\n')}
      actionText={onRetry && '再试一次'}
      actionIcon="refresh"
      onAction={onRetry}
    >
      {requestId && (
        <View
          className="fy-plate-id"
          onClick={copy}
          {...aria(`复制错误编号 ${requestId}`, 'button')}
        >
          <Text className="fy-plate-id-text">错误编号 {requestId}</Text>
          <Icon name="copy" size={14} />
        </View>
      )}
    </Plate>
  )
}

/** The skeleton, after 300 ms. */
export function Loading({ skeleton }: { skeleton?: ReactNode }) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SKELETON_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <View {...aria('正在加载', 'status')} aria-busy="true">
      {isLate && (skeleton ?? <SkeletonRows />)}
    </View>
  )
}

interface PageStateProps {
  state: 'loading' | 'ready' | 'empty' | 'error'
  error?: Failure | null
  onRetry?: () => void
  skeleton?: ReactNode
  empty?: EmptyWords
  errorTitle?: string
  reassurance?: string
  children: ReactNode
}

export function PageState(props: PageStateProps) {
  const { state, error, onRetry, empty } = props
  if (state === 'loading') return <Loading skeleton={props.skeleton} />
  if (state === 'error' && error) {
    return (
      <ErrorState
        error={error}
        onRetry={onRetry}
        title={props.errorTitle}
        reassurance={props.reassurance}
      />
    )
  }
  if (state === 'empty') return <EmptyState {...(empty ?? { title: '这里还没有内容' })} />
  return <>{props.children}</>
}
