/** 填邀请码: a link was lost; the code of whoever sent it, typed in, does what the link would have done. */
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { APPLY, HOME, goToTab, productPath } from '@/features/distributor/paths'
import { goneText } from '@/features/mall/campaign-words'
import { pathOf } from '@/features/mall/open-page'
import { keepTyped } from '@/state/entry'
import type { OpenedShare } from '@/state/entry'
import type { Failure } from '@/state/failure'
import './index.scss'

/** Not walked back into: what was typed is done. */
function follow({ target }: OpenedShare): void {
  switch (target.kind) {
    case 'shop':
      return goToTab(HOME)
    case 'product':
      return void Taro.redirectTo({ url: productPath(target.productId) })
    case 'campaign':
      return void Taro.redirectTo({ url: pathOf.campaign(target.campaignId) })
    case 'invitation':
      return void Taro.redirectTo({ url: APPLY })
  }
}

/** Here the code was typed: one letter wrong is likelier than a share that ended. */
function wrongWords({ code, message }: Failure): string {
  return code === 'SHARE_UNKNOWN' ? '没有这个邀请码，看看有没有打错一位' : message
}

export default function CodePage() {
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState<OpenedShare | null>(null)
  const entering = useAction('mall.enterShareCode')
  const code = typed.trim()
  const enter = async () => {
    const share = await entering.run({ code })
    if (!share) return
    keepTyped(share.shareCode, share)
    setOpened(share)
  }
  return (
    <Page title="填邀请码">
      <Card>
        {opened ? (
          <>
            <Notice kind="good" icon="check">
              记下了，你是经 {opened.sharerName} 来的
              {opened.isTargetGone ? `。分享的${goneText(opened)}` : ''}
            </Notice>
            <View className="fy-mt-16">
              <Button wide onTap={() => follow(opened)}>
                {opened.target.kind === 'invitation' ? '去申请' : '去看看'}
              </Button>
            </View>
          </>
        ) : (
          <>
            <Field
              label="邀请码"
              placeholder="十位字母和数字"
              value={typed}
              onChange={setTyped}
              maxLength={24}
              hint="大小写、空格都可以"
            />
            {entering.error && (
              <View className="fy-mt-12">
                <Notice kind="bad">没有填成：{wrongWords(entering.error)}</Notice>
              </View>
            )}
            <View className="fy-mt-16">
              <Button
                wide
                busy={entering.busy}
                disabledReason={code.length < 10 && '先填好邀请码'}
                onTap={() => void enter()}
              >
                {entering.busy ? '正在核对' : '确定'}
              </Button>
            </View>
            <View className="fy-t-cap fy-ink-3 fy-mt-12">
              <Text>
                朋友分享的链接打不开时用。第一次来店里 72 小时内可以填，已经有分销员的不用填。
              </Text>
            </View>
          </>
        )}
      </Card>
    </Page>
  )
}
