// 待处理: what needs a person, and what was done about the earlier ones.
import type { Api } from '@contract/api'
import type { Alert } from '@contract/model/records'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'

type Output = Api['owner.listAlerts']['output']

export async function listAlerts(
  ctx: Context,
  { isOpen, cursor }: Api['owner.listAlerts']['parsed'],
): Promise<Output> {
  const page = await readPage(ctx.store, 'alerts', { where: { isOpen }, by: 'at', cursor })
  return { rows: page.rows.map(showAlert), next: page.next }
}

function showAlert({ _id, kind, message, subjectId, at, closing }: Alert): Output['rows'][number] {
  const shown = closing ? { name: closing.name, at: closing.at, note: closing.note } : null
  return { id: _id, kind, message, subjectId, at, closing: shown }
}
