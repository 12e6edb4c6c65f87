/** The agreement's versions, newest first; each opens as it was published. */
import { View } from '@tarojs/components'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { dayText, onText } from '@/components/moment/format'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { Bone } from '@/components/skeleton'
import { useLast } from '@/features/owner/use-last'
import { useResource } from '@/state/use-resource'

type Version = Api['owner.getAgreement']['output']['history'][number]

function VersionText({ version }: { version: number }) {
  const paper = useResource(() => call('owner.getAgreementVersion', { version }), {
    keys: [version],
  })
  if (paper.state === 'error') {
    return (
      <Notice kind="bad" actionText="再试一次" onAction={() => void paper.reload()}>
        这一版没有拿到：{paper.error?.message}
      </Notice>
    )
  }
  if (!paper.data) return <Bone height={160} />
  const { text, hash, signed, signByOn, publishedAt, publishedByName } = paper.data
  return (
    <>
      <View className="fy-t-cap fy-ink-2">
        {publishedByName} 在 {dayText(publishedAt)}发布，老分销员最晚 {onText(signByOn)}签
      </View>
      <View className="fy-t-cap fy-ink-2 fy-mt-4">现在有 {signed} 人最后签的是这一版</View>
      <View className="agreement-text fy-t-small fy-mt-12">{text}</View>
      <View className="fy-t-cap fy-ink-3 fy-mt-12">原文指纹 {hash.slice(0, 16)}</View>
    </>
  )
}

export function VersionSheet(props: { version: number | null; onClose: () => void }) {
  const shown = useLast(props.version)
  return (
    <Sheet open={props.version !== null} title={`第 ${shown ?? ''} 版`} onClose={props.onClose}>
      {shown !== null && <VersionText version={shown} />}
    </Sheet>
  )
}

interface VersionListProps {
  history: readonly Version[]
  inForce: number
  onOpen: (version: number) => void
}

export function VersionList({ history, inForce, onOpen }: VersionListProps) {
  return (
    <Card flush>
      {history.map(({ version, title, publishedAt }) => (
        <ListRow
          key={version}
          title={`第 ${version} 版${version === inForce ? '（现在）' : ''}`}
          note={`${title} · ${dayText(publishedAt)}发布`}
          onTap={() => onOpen(version)}
        />
      ))}
    </Card>
  )
}
