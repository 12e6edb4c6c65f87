/** 分销协议: read to its end, then signed; afterwards the page shows what was signed and how to end it. */
import { Text, View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { dayText, momentText } from '@/components/moment/format'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { SkeletonWords } from '@/components/skeleton/shapes'
import { toast, toastBehind } from '@/components/toast'
import { DISTRIBUTION } from '@/features/distributor/paths'
import { leavePage } from '@/features/mall/open-page'
import { EndSheet } from '@/features/recruit/end-sheet'
import { signingText } from '@/features/recruit/signing-words'
import type { Agreement } from '@/features/recruit/signing-words'
import { useSession } from '@/state/session'
import { useResource } from '@/state/use-resource'
import './index.scss'

/** `一、费用`: what a person looks for when they come back to a text. */
const HEADING = /^[一二三四五六七八九十]+、/

const TO_SIGN: readonly Agreement['state'][] = ['to-sign', 'to-renew', 'lapsed']

function Standing({ page }: { page: Agreement }) {
  const { status, signed, exit } = page
  const text = signingText(page)
  return (
    <>
      {status === 'approved' && (
        <Notice kind="good" icon="check">
          店主通过了你的申请。看完下面的协议，签好就可以开始。
        </Notice>
      )}
      {status !== 'approved' && text !== null && <Notice kind="warn">{text}</Notice>}
      {exit && (
        <Notice>
          {dayText(exit.at)} {exit.by === 'self' ? '你' : '店主'}结束了合作：{exit.reason}
        </Notice>
      )}
      {signed && (
        <View className="fy-t-cap fy-ink-3 fy-mt-8">
          <Text>
            你在 {momentText(signed.signedAt)} 签了第 {signed.version} 版
            {signed.expiresAt !== null && `，有效到 ${dayText(signed.expiresAt - 1)}`}
          </Text>
        </View>
      )}
    </>
  )
}

interface PaperProps {
  agreement: NonNullable<Agreement['agreement']>
  /** It has to be read to the end before it is signed. */
  isToSign: boolean
}

function Paper({ agreement, isToSign }: PaperProps) {
  const { text, version, publishedAt, hash } = agreement
  return (
    <Card className="fy-mt-8">
      <View className={isToSign ? 'sign-text sign-text-long' : 'sign-text'}>
        {text.split('\n').map((line, at) => (
          <View key={at} className={classNames('sign-line', HEADING.test(line) && 'fy-strong')}>
            {line}
          </View>
        ))}
      </View>
      <View className="fy-t-cap fy-ink-3 fy-mt-12">
        第 {version} 版 · {dayText(publishedAt)}发布 · 原文指纹 {hash.slice(0, 16)}
      </View>
    </Card>
  )
}

export default function SignPage() {
  const page = useResource(() => call('distributor.getAgreement', {}), {
    isEmpty: ({ agreement, status }) =>
      agreement === null && status !== 'active' && status !== 'frozen',
  })
  const signing = useAction('distributor.signAgreement')
  const leaving = useAction('distributor.leave')
  const [isRead, setRead] = useState(false)
  const [isEnding, setEnding] = useState(false)
  useReachBottom(() => setRead(true))
  const { data } = page
  const agreement = data?.agreement ?? null
  const mustSign = data !== undefined && agreement !== null && TO_SIGN.includes(data.state)
  const isIn = data?.status === 'active' || data?.status === 'frozen'

  const sign = async () => {
    if (!agreement) return
    const { version, hash } = agreement
    const done = await signing.run({ version, hash, isReadToEnd: true })
    if (!done) return
    await useSession.getState().refresh()
    if (data?.status === 'approved') {
      toastBehind('签好了')
      return void Taro.switchTab({ url: DISTRIBUTION })
    }
    toast('签好了')
    await page.reload()
  }
  const end = async (reason: string) => {
    if (!(await leaving.run({ reason }))) return
    setEnding(false)
    toast('合作结束了')
    await useSession.getState().refresh()
    await page.reload()
  }
  const renew = () => {
    setRead(false)
    signing.clear()
    void page.reload()
  }

  return (
    <Page
      title="分销协议"
      resource={page}
      skeleton={<SkeletonWords />}
      errorTitle="协议没有打开"
      empty={{ title: '店里现在没有协议要签', actionText: '返回', onAction: leavePage }}
      overlay={
        <>
          {mustSign && (
            <BottomBar>
              <Button
                wide
                busy={signing.busy}
                disabledReason={!isRead && '看到最后才能签'}
                onTap={() => void sign()}
              >
                我看完了，同意并签署
              </Button>
            </BottomBar>
          )}
          <EndSheet
            open={isEnding}
            busy={leaving.busy}
            error={leaving.error}
            onEnd={(reason) => void end(reason)}
            onClose={() => setEnding(false)}
          />
        </>
      }
    >
      {data && (
        <>
          {signing.error && (
            <Notice kind="bad" actionText="看新的一版" onAction={renew}>
              没有签成：{signing.error.message}
            </Notice>
          )}
          <Standing page={data} />
          {agreement && <Paper agreement={agreement} isToSign={mustSign} />}
          {isIn && (
            <View className="fy-mt-16">
              <Button wide kind="plain" onTap={() => setEnding(true)}>
                结束合作
              </Button>
            </View>
          )}
        </>
      )}
    </Page>
  )
}
