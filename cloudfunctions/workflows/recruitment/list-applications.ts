// 待审核的申请: oldest first, each with its questions and answers as they were asked then.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { answersOf, idOfLast, readLabels } from './read-answers'

type Row = Api['owner.listApplications']['output']['rows'][number]

export async function listApplications(
  ctx: Context,
  { cursor }: Api['owner.listApplications']['parsed'],
): Promise<Api['owner.listApplications']['output']> {
  const page = await readPage(ctx.store, 'distributors', {
    where: { status: 'applied' },
    by: 'appliedAt',
    direction: 'asc',
    cursor,
  })
  const [applications, inviters] = await Promise.all([
    ctx.store.getMany('applications', page.rows.flatMap(idOfLast)),
    ctx.store.getMany(
      'distributors',
      page.rows.flatMap(({ inviterId }) => inviterId ?? []),
    ),
  ])
  const labels = await readLabels(ctx, applications)
  const sent = new Map(applications.map((one) => [one._id, one]))
  const names = new Map(inviters.map(({ _id, name }) => [_id, name]))
  const rows = page.rows.map((row): Row => {
    const application = sent.get(idOfLast(row)[0] ?? '')
    return {
      id: row._id,
      name: row.name,
      inviterName: names.get(row.inviterId ?? '') ?? null,
      appliedAt: row.appliedAt,
      round: row.applicationRound ?? 1,
      answers: application ? answersOf(application, labels) : [],
    }
  })
  return { rows, next: page.next }
}
