/** navigator: a tap on it moves as its open-type says; a refused move is a `fail` event and a problem. */
import { messageOf } from '../report-problems'
import { WxFailure } from '../wx/define'
import { textOf, type Asker } from './open-native'

async function move(asker: Asker): Promise<void> {
  const { navigation } = asker.host
  const url = textOf(asker, 'url')
  switch (textOf(asker, 'openType') || 'navigate') {
    case 'navigate':
      await navigation.navigateTo({ url })
      return
    case 'redirect':
      await navigation.redirectTo({ url })
      return
    case 'switchTab':
      await navigation.switchTab({ url })
      return
    case 'reLaunch':
      await navigation.reLaunch({ url })
      return
    case 'navigateBack':
      await navigation.navigateBack({ delta: Number(asker.properties['delta'] ?? 1) })
      return
    case 'exit':
      asker.host.fire('AppHide', {})
      return
    default:
      throw new WxFailure(`open-type "${textOf(asker, 'openType')}" is unknown`)
  }
}

export async function followNavigator(asker: Asker): Promise<void> {
  if (textOf(asker, 'target') === 'miniProgram') {
    asker.host.tell('warning', 'a navigator to another mini-program was tapped')
    return
  }
  try {
    await move(asker)
    asker.emit('success', { errMsg: 'navigateTo:ok' })
  } catch (error) {
    const reason = error instanceof WxFailure ? error.reason : messageOf(error)
    asker.host.tell('platform', `navigator to "${textOf(asker, 'url')}": ${reason}`)
    asker.emit('fail', { errMsg: `navigateTo:fail ${reason}` })
  }
  asker.emit('complete', {})
}
