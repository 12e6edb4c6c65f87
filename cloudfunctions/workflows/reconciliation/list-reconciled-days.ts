// 对账: the days by date, the newest first, and how the last nightly audit ended.
import type { Api } from '@contract/api'
import type { AuditRun } from '@contract/model/books'
import type { Context } from '../../ports/world'
import { showDay } from './show-day'

type Output = Api['owner.listReconciledDays']['output']

const PAGE = 20

export async function listReconciledDays(
  ctx: Context,
  { cursor }: Api['owner.listReconciledDays']['parsed'],
): Promise<Output> {
  const newest = { order: [['_id', 'desc']] } as const
  const [found, audits] = await Promise.all([
    ctx.store.find('reconciled_days', cursor ? { _id: { lt: cursor } } : {}, {
      ...newest,
      limit: PAGE + 1,
    }),
    ctx.store.find('audit_runs', {}, { ...newest, limit: 1 }),
  ])
  const rows = found.slice(0, PAGE)
  const next = found.length > PAGE ? (rows.at(-1)?._id ?? null) : null
  return { days: { rows: rows.map(showDay), next }, audit: showAudit(audits[0]) }
}

function showAudit(run: AuditRun | undefined): Output['audit'] {
  if (!run) return null
  const { _id: on, status, first, counts, finishedAt } = run
  return { on, status, first, entries: counts.entries ?? 0, finishedAt }
}
