// Fetches one of WeChat's bill files, checks its hash (the file itself is unsigned), and reads its rows.
import { createHash } from 'node:crypto'
import { PayRefused, PayUnknown } from '../../ports/payments'
import type { PayClient } from './client'
import { isRecord, readAnswer } from './read-answer'

/** The rows by their Chinese headings; null for a day on which nothing happened. */
export async function downloadBill(
  client: PayClient,
  operation: string,
  path: string,
  params: Record<string, string>,
): Promise<Record<string, unknown>[] | null> {
  let answer: unknown
  try {
    answer = await client.get(operation, path, params)
  } catch (error) {
    if (error instanceof PayRefused && error.code === 'NO_STATEMENT_EXIST') return null
    throw error
  }
  const link = readAnswer(operation, answer)
  const url = new URL(link.text('download_url'))
  // Only the bare relative path is known to the SDK as unsigned, so the token travels as a parameter.
  const file = await client.download(operation, url.pathname.slice(1), url.searchParams)
  const hash = createHash(link.text('hash_type')).update(file).digest('hex')
  if (hash !== link.text('hash_value').toLowerCase()) {
    throw new PayUnknown(operation, 'UNTRUSTED_ANSWER')
  }
  const { default: Formatter } = await import('wechatpay-axios-plugin/lib/formatter.js')
  const table: unknown = Formatter.castCsvBill(file)
  const rows = isRecord(table) && Array.isArray(table['rows']) ? table['rows'] : []
  return rows.filter(isRecord)
}

/** `12.30` yuan as 1230 fen, without floats. */
export function billFen(operation: string, yuan: string): number {
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(yuan)
  if (!match) throw new PayUnknown(operation, 'MALFORMED_ANSWER')
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' ? -fen : fen
}
