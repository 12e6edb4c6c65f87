/** 确认收款: asks for the parameters, lets WeChat ask the person, then asks the server how it ended. */
import { useRef, useState } from 'react'
import { call } from '@/api/call'
import { requestMerchantTransfer } from '@/api/platform'
import { failureOf } from '@/state/failure'
import type { WithdrawalRow } from './withdrawal-words'

interface Told {
  id: string
  text: string
  kind: 'bad' | 'note'
}

const STILL_OPEN = '微信还没有说结果，过一会儿点“刷新”再看，不会重复收。'

export function useReceive(onChanged: (row: WithdrawalRow) => void) {
  const [busyId, setBusyId] = useState<string | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const isRunning = useRef(false)

  const attempt = async (id: string, step: () => Promise<string | null>) => {
    if (isRunning.current) return
    isRunning.current = true
    setBusyId(id)
    setTold(null)
    try {
      const text = await step()
      if (text) setTold({ id, text, kind: 'note' })
    } catch (cause) {
      setTold({ id, text: failureOf(cause).message, kind: 'bad' })
    } finally {
      isRunning.current = false
      setBusyId(null)
    }
  }

  const look = async (id: string): Promise<string | null> => {
    const row = await call('distributor.checkWithdrawal', { withdrawalId: id })
    onChanged(row)
    const isOpen = row.status === 'dispatched' || row.status === 'awaiting-confirmation'
    return isOpen ? STILL_OPEN : null
  }

  return {
    busyId,
    told,
    /** The server alone says how it stands. */
    check: (id: string) => attempt(id, () => look(id)),
    receive: ({ id, netFen }: WithdrawalRow) =>
      attempt(id, async () => {
        const {
          mchId,
          appId,
          package: packageInfo,
        } = await call('distributor.confirmWithdrawal', {
          withdrawalId: id,
        })
        const params = { mchId, appId, package: packageInfo }
        const verdict = await requestMerchantTransfer(params, netFen)
        if (verdict === 'cancelled') return '还没有收，钱给你留着，24 小时内都可以再点。'
        return look(id)
      }),
  }
}
