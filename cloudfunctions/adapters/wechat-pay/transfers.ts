// Transfers to people (商家转账, scene 1005 佣金报酬) over WeChat Pay v3.
import { PayUnknown } from '../../ports/payments'
import type { Transfers, TransferState } from '../../ports/transfers'
import { checkNumber, isNotFound, type PayClient } from './client'
import type { PayConfig } from './config'
import { readAnswer } from './read-answer'
import { fetchTransferBill } from './transfer-bill'

const BILLS = 'v3/fund-app/mch-transfer/transfer-bills'
const SCENE = '1005'
/** Scene 1005 wants exactly these two kinds; the contents are free but must not change between retries. */
const REPORTS = [
  { info_type: '岗位类型', info_content: '分销员' },
  { info_type: '报酬说明', info_content: '推广佣金' },
]

function readState(operation: string, value: unknown): TransferState {
  const answer = readAnswer(operation, value)
  const transferBillNo = answer.text('transfer_bill_no')
  const state = answer.text('state')
  switch (state) {
    case 'ACCEPTED':
      return { state: 'accepted', transferBillNo }
    case 'PROCESSING':
      return { state: 'processing', transferBillNo }
    case 'WAIT_USER_CONFIRM': {
      const packageInfo = answer.optionalText('package_info')
      const facts = { state: 'wait-user-confirm' as const, transferBillNo }
      return packageInfo === '' ? facts : { ...facts, packageInfo }
    }
    case 'TRANSFERING':
      return { state: 'transferring', transferBillNo }
    case 'SUCCESS':
      return { state: 'success', transferBillNo }
    case 'FAIL':
      return { state: 'fail', transferBillNo, reason: answer.optionalText('fail_reason') }
    case 'CANCELING':
      return { state: 'canceling', transferBillNo }
    case 'CANCELLED':
      return { state: 'cancelled', transferBillNo }
    default:
      throw new PayUnknown(operation, 'MALFORMED_ANSWER')
  }
}

export function createTransfers(config: () => PayConfig, client: PayClient): Transfers {
  const byNumber = (outBillNo: string) => `${BILLS}/out-bill-no/${checkNumber(outBillNo)}`
  const orNotFound = async (run: () => Promise<TransferState>): Promise<TransferState> => {
    try {
      return await run()
    } catch (error) {
      if (isNotFound(error)) return { state: 'not-found' }
      throw error
    }
  }
  return {
    async dispatch(input) {
      const { appid, notifyBase } = config()
      const userName = input.userName === undefined ? '' : await client.encrypt(input.userName)
      const answer = await client.post('dispatch', BILLS, {
        appid,
        out_bill_no: checkNumber(input.outBillNo),
        transfer_scene_id: SCENE,
        openid: input.openid,
        ...(userName === '' ? {} : { user_name: userName }),
        transfer_amount: input.amountFen,
        transfer_remark: input.remark,
        notify_url: `${notifyBase}/transfer`,
        transfer_scene_report_infos: REPORTS,
      })
      return readState('dispatch', answer)
    },
    query: (outBillNo) =>
      orNotFound(async () =>
        readState('queryTransfer', await client.get('queryTransfer', byNumber(outBillNo))),
      ),
    cancel: (outBillNo) =>
      orNotFound(async () => {
        const path = `${byNumber(outBillNo)}/cancel`
        return readState('cancelTransfer', await client.post('cancelTransfer', path, {}))
      }),
    clientParams(packageInfo) {
      const { appid, mchid } = config()
      return { mchId: mchid, appId: appid, package: packageInfo }
    },
    bill: (date) => fetchTransferBill(client, date),
  }
}
