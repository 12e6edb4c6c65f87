/** Says on a distributor's pages that an agreement waits to be signed, and what it costs not to. */
import { View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { Notice } from '@/components/notice'
import { goTo } from '@/features/distributor/paths'
import { SIGN } from './paths'
import { signingText } from './signing-words'

type Agreement = Api['distributor.getAgreement']['output']

export function SigningNotice({ agreement }: { agreement: Agreement }) {
  const text = signingText(agreement)
  if (text === null) return null
  return (
    <View className="signing-notice">
      <Notice
        kind={agreement.state === 'lapsed' ? 'bad' : 'warn'}
        icon="edit"
        actionText="去签"
        onAction={() => goTo(SIGN)}
      >
        {text}
      </Notice>
    </View>
  )
}
