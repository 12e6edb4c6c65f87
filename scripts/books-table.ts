// The trial balance as a table for a terminal: Chinese names, codes, yuan to the fen, right-aligned.
import { fenToText } from '@contract/money'
import { PLATFORM_ACCOUNTS, WALLET_PARTS, type LedgerEntry } from '@contract/model/ledger'
import {
  PLATFORM_ACCOUNT_NAMES,
  WALLET_ACCOUNT_NAMES,
} from '../cloudfunctions/domain/ledger/account-names.data'
import { readAccount } from '../cloudfunctions/domain/ledger/accounts'
import { trialBalance } from '../cloudfunctions/domain/ledger/trial-balance'

interface Row {
  readonly name: string
  readonly code: string
  readonly balanceFen: number
}

/** One line an account; the distributors' accounts are summed by part unless every one is wanted. */
export function trialBalanceTable(entries: readonly LedgerEntry[], everyAccount: boolean): string {
  const { rows, totalFen } = trialBalance(entries)
  const platform = PLATFORM_ACCOUNTS.map((code) => ({
    name: PLATFORM_ACCOUNT_NAMES[code],
    code,
    balanceFen: rows.find((row) => row.account === code)?.balanceFen ?? 0,
  }))
  const wallets = rows.flatMap(({ account, balanceFen }) => {
    const wallet = readAccount(account)
    return wallet ? { ...wallet, code: account, balanceFen } : []
  })
  const byPart = WALLET_PARTS.map((part) => {
    const own = wallets.filter((wallet) => wallet.part === part)
    const balanceFen = own.reduce((sum, wallet) => sum + wallet.balanceFen, 0)
    return { name: WALLET_ACCOUNT_NAMES[part], code: `payable:*:${part}`, balanceFen }
  })
  const each = wallets.map(({ part, code, balanceFen }) => {
    return { name: WALLET_ACCOUNT_NAMES[part], code, balanceFen }
  })
  const shown = [...platform, ...(everyAccount ? each : byPart)]
  return table([...shown, { name: '合计', code: '', balanceFen: totalFen }])
}

function table(rows: readonly Row[]): string {
  const head = ['科目', '代码', '借方余额', '贷方余额'] as const
  const lines = rows.map(({ name, code, balanceFen }) => [
    name,
    code,
    balanceFen > 0 ? `¥${grouped(balanceFen)}` : balanceFen === 0 ? '¥0.00' : '',
    balanceFen < 0 ? `¥${grouped(0 - balanceFen)}` : '',
  ])
  const widths = head.map((title, column) =>
    Math.max(...[title, ...lines.map((line) => line[column] ?? '')].map(widthOf)),
  )
  const say = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell))
        return column < 2 ? cell + space : space + cell
      })
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [say(head), rule, ...lines.slice(0, -1).map(say), rule, say(lines.at(-1) ?? [])].join('\n')
}

function grouped(amountFen: number): string {
  return fenToText(amountFen).replace(/\B(?=(\d{3})+\.)/g, ',')
}

/** Chinese characters and full-width marks take two places on a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(one) ? 2 : 1), 0)
}
