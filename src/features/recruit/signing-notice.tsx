/** Says on a distributor's pages that an agreement waits to be signed, and what it costs not to. */
import { View } from '@tarojs/components'
import { call } from '@/api/call'
import { Notice } from '@/components/notice'
import { goTo } from '@/features/distributor/paths'
import { useResource } from '@/state/use-resource'
import { SIGN } from './paths'
import { signingText } from './signing-words'

/** A page goes on without it: what failed here is asked again when the page is shown. */
export function SigningNotice() {
  const { data } = useResource(() => call('distributor.getAgreement', {}), { onShow: true })
  const text = data ? signingText(data) : null
  if (!data || text === null) return null
  return (
    <View className="signing-notice">
      <Notice
        kind={data.state === 'lapsed' ? 'bad' : 'warn'}
        icon="edit"
        actionText="去签"
        onAction={() => goTo(SIGN)}
      >
        {text}
      </Notice>
    </View>
  )
}
