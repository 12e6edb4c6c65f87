/** A desk's page: filters stay above while the list changes, and a role that is missing is said plainly. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '@/components/class-names'
import { Page } from '@/components/page'
import { FilteredEmpty, PageState } from '@/components/page-state'
import type { EmptyWords } from '@/components/page-state'
import { leavePage } from '@/features/mall/open-page'
import type { Resource } from '@/state/use-resource'

interface DeskPageProps {
  title: string
  resource: Pick<Resource<unknown>, 'state' | 'error' | 'staleAt' | 'reload'> & { data: unknown }
  children: ReactNode
  /** Filters and searches: they stay while the list below loads, is empty or has failed. */
  above?: ReactNode
  empty?: EmptyWords
  /** A filter is set: nothing found is one row with the way back, not the empty picture. */
  filtered?: EmptyWords | null
  skeleton?: ReactNode
  overlay?: ReactNode
  className?: string
  /** A page with its own bar: `nav="none"` and the bar itself. */
  nav?: 'native' | 'none'
  bar?: ReactNode
}

export function DeskPage(props: DeskPageProps) {
  const { title, resource, above, filtered, className, nav, bar } = props
  if (resource.error?.code === 'NOT_ALLOWED' && resource.data === undefined) {
    return (
      <Page
        title={title}
        state="empty"
        className={className}
        empty={{
          title: '没有权限',
          text: '这一页只有店主给了角色的人能看。需要的话，请店主加上你。',
          actionText: '返回',
          onAction: leavePage,
        }}
      >
        {null}
      </Page>
    )
  }
  const isFilteredEmpty = resource.state === 'empty' && Boolean(filtered)
  return (
    <Page
      title={title}
      resource={resource}
      nav={nav}
      state="ready"
      className={classNames(className, nav === 'none' && 'desk-guarded')}
      overlay={resource.state === 'ready' || above ? props.overlay : undefined}
    >
      {bar}
      {above && <View className="desk-above">{above}</View>}
      {isFilteredEmpty && filtered ? (
        <FilteredEmpty {...filtered} />
      ) : (
        <PageState
          state={resource.state}
          error={resource.error}
          onRetry={() => void resource.reload()}
          empty={props.empty}
          skeleton={props.skeleton}
        >
          {props.children}
        </PageState>
      )}
    </Page>
  )
}
