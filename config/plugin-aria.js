/** A Taro plugin: writes aria attributes into the weapp templates, and tells the runtime their short names. */
const path = require('node:path')
const components = require('./aria.data.js')

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(ctx, components)
      const runtime = path.join(__dirname, 'aria-runtime.js').replaceAll('\\', '/')
      platform.runtimePath = [].concat(platform.runtimePath, runtime)
    },
  })
}
