import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { createWechatPay as Create } from '../../../cloudfunctions/adapters/wechat-pay'
import { startTestCloud, type TestCloud } from './test-cloud'

let folder: string
let file: string
let cloud: TestCloud

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pay-bundle-'))
  file = join(folder, 'pay.js')
  await build({
    entryPoints: ['cloudfunctions/adapters/wechat-pay/index.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    minify: true,
    keepNames: true,
    tsconfig: 'tsconfig.json',
  })
  cloud = await startTestCloud()
})
afterAll(async () => {
  await cloud.stop()
  await rm(folder, { recursive: true })
})

describe('the adapter in a deployed bundle', () => {
  it('does not load the HTTP client until the first call', async () => {
    const script = `require(${JSON.stringify(file)}).createWechatPay({});
      console.log(process.moduleLoadList.some((name) => /NativeModule (_http_client|http2)$/.test(name)))`
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script])
    expect(stdout.trim()).toBe('false')
  })

  it('signs, encrypts and verifies as it does unbundled', async () => {
    const bundled = createRequire(file)(file) as { createWechatPay: typeof Create }
    const { payments, transfers } = bundled.createWechatPay(cloud.env)
    const expireAt = cloud.clock.now() + 60_000
    const order = { outTradeNo: 'BUNDLED1', description: '茶', amountFen: 1, payerOpenid: 'oA' }
    const { prepayId } = await payments.prepay({ ...order, expireAt })
    cloud.control.pay('oA', payments.clientParams(prepayId, cloud.clock.now(), 'n'))
    expect((await payments.query('BUNDLED1')).state).toBe('success')
    const bill = {
      outBillNo: 'B1',
      openid: 'oA',
      amountFen: 200_000,
      remark: 'r',
      userName: '张三',
    }
    expect((await transfers.dispatch(bill)).state).toBe('wait-user-confirm')
    expect(cloud.control.transfers()[0]?.userName).toBe('张三')
    cloud.faults.push({ target: 'pay', effect: { effect: 'fail', code: 'ANSWER_FORGED' } })
    await expect(payments.query('BUNDLED1')).rejects.toMatchObject({ name: 'PayUnknown' })
  })
})
