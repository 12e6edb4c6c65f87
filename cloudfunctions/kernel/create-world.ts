// Puts the world together from the adapters, once an invocation; what is costly is made once an instance.
import { randomBytes } from 'node:crypto'
import { idOf, ulid } from '@contract/ids'
import { createCodes } from '../adapters/cloudbase/codes'
import { createStore } from '../adapters/cloudbase/store'
import { createSeal } from '../adapters/node-crypto/seal'
import { createWechatPay } from '../adapters/wechat-pay'
import type { Log, World } from '../ports/world'
import { digest, sha256 } from './ids'

const chance = () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48

const store = createStore()
const codes = createCodes()
const seal = createSeal(process.env)
let pay: ReturnType<typeof createWechatPay> | undefined

export function createWorld(log: Log): World {
  const now = Date.now()
  return {
    store,
    codes,
    seal,
    // Made on first use: most invocations never speak to WeChat Pay.
    get payments() {
      return (pay ??= createWechatPay(process.env)).payments
    },
    get transfers() {
      return (pay ??= createWechatPay(process.env)).transfers
    },
    log,
    now,
    random: chance,
    newId: (kind) => idOf(kind, ulid(now, chance)),
    digest,
    sha256,
    envId: process.env['TCB_ENV'] ?? process.env['SCF_NAMESPACE'] ?? '',
    bootstrapCode: process.env['FENYOU_BOOTSTRAP_CODE'] ?? null,
  }
}
