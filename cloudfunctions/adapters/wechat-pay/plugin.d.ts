// Types for the SDK's parts. They are imported one by one, because its index assigns to a getter, which throws in
// a bundle that begins with "use strict" (esbuild writes that whenever tsconfig is strict).

declare module 'wechatpay-axios-plugin/lib/decorator.js' {
  import { Decorator } from 'wechatpay-axios-plugin'
  export default Decorator
}

declare module 'wechatpay-axios-plugin/lib/rsa.js' {
  import { Rsa } from 'wechatpay-axios-plugin'
  export default Rsa
}

declare module 'wechatpay-axios-plugin/lib/formatter.js' {
  import { Formatter } from 'wechatpay-axios-plugin'
  export default Formatter
}
