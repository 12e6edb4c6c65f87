// WeChat DevTools in place of the simulated host: WEAPP_WS names their addresses, one a person (docs/testing.md).
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type { TestWorld } from '../../support/world'

/** Empty: the simulated host is used. */
export const devtoolsEndpoints = (): readonly string[] =>
  (process.env['WEAPP_WS'] ?? '').split(',').filter((one) => one !== '')

/** Shipped as text: the app's calls go to the local cloud as this person, whose clock and books the tests hold. */
const TO_LOCAL_CLOUD = `function (base, openid) {
  wx.cloud.callFunction = function (options) {
    var call = new Promise(function (resolve, reject) {
      wx.request({
        url: base + '/functions/' + options.name,
        method: 'POST',
        header: { 'x-wx-openid': openid },
        data: options.data,
        success: function (answer) { resolve({ result: answer.data }) },
        fail: reject
      })
    })
    if (options.success) call.then(options.success, options.fail)
    return call
  }
}`

export async function joinDevtools(
  miniProgram: MiniProgram,
  world: TestWorld,
  name: string,
  tell: (what: string) => void,
): Promise<void> {
  miniProgram.on('exception', ({ message, stack }: { message: string; stack?: string }) =>
    tell(stack ?? message),
  )
  await miniProgram.evaluate(TO_LOCAL_CLOUD, world.cloud.base, world.as(name).openid)
}
