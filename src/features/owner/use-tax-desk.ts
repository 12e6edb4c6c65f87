/** The tax desk: a month's figures and the three things to do: export, record a payment, change the mode. */
import { useState } from 'react'
import { saveFile } from '@/api/platform'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { confirm } from '@/components/dialog'
import { toast } from '@/components/toast'
import { taxModeWords } from '@/features/tax/tax-words'
import { useResource } from '@/state/use-resource'
import { monthTitle } from './tax-desk-words'
import type { TaxRule } from './tax-desk-words'

type Filing = Api['owner.exportTaxFiling']['output']

export function useTaxDesk() {
  const [month, setMonth] = useState<string | null>(null)
  const page = useResource(() => call('owner.getTaxMonth', month === null ? {} : { month }), {
    keys: [month],
  })
  const exporting = useAction('owner.exportTaxFiling')
  const recording = useAction('owner.recordTaxPayment')
  const setting = useAction('owner.setTaxMode')
  const [filing, setFiling] = useState<Filing | null>(null)
  const shown = page.data?.month ?? month ?? ''

  /** The file is made first and saved by a tap of its own: WeChat passes files on only from a tap. */
  const makeFiling = async (reason: string): Promise<boolean> => {
    const made = await exporting.run({ month: shown, reason })
    if (made) setFiling(made)
    return made !== undefined
  }
  const keepFiling = async () => {
    if (!filing) return
    const outcome = await saveFile(filing.fileName, filing.csv)
    if (outcome === 'saved') {
      setFiling(null)
      toast('报税明细保存好了')
    }
  }
  const record = async (payment: { amountFen: number; voucherNo: string; paidOn: string }) => {
    const done = await recording.run({ month: shown, ...payment })
    if (!done) return false
    toast('缴税登记好了')
    await page.reload()
    return true
  }
  const setMode = async (rule: TaxRule) => {
    const isSure = await confirm({
      title: `从 ${monthTitle(rule.from)}起改为${taxModeWords[rule.mode]}`,
      text: '这个月起打的款按新的方式扣税，之前扣的不变。',
      confirmText: '改',
    })
    if (!isSure) return false
    const done = await setting.run(rule)
    if (!done) return false
    toast('代扣方式改好了')
    await page.reload()
    return true
  }
  return {
    page,
    month: shown,
    newest: page.data?.today.slice(0, 7) ?? null,
    show: setMonth,
    exporting,
    recording,
    setting,
    filing,
    makeFiling,
    keepFiling,
    dropFiling: () => setFiling(null),
    record,
    setMode,
  }
}
