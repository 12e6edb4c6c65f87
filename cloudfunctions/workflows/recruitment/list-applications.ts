// 待审核的申请: oldest first, each with its questions and answers as they were asked then.
import type { Api } from '@contract/api'
import type { Application } from '@contract/model/recruitment'
import type { Distributor } from '@contract/model/people'
import { answerText } from '../../domain/recruitment/standard-text'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { applicationId } from './application-id'

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

function idOfLast({ _id, applicationRound }: Distributor): string[] {
  return applicationRound === undefined ? [] : [applicationId(_id, applicationRound)]
}

/** Questions by version and key: an application is read with the form it was written on. */
async function readLabels({ store }: Context, applications: readonly Application[]) {
  const versions = [...new Set(applications.map(({ formVersion }) => `recruit:${formVersion}`))]
  const forms = await store.getMany('recruit_versions', versions)
  return new Map(forms.map(({ version, fields }) => [version, fields]))
}

function answersOf(
  { formVersion, answers }: Application,
  forms: Awaited<ReturnType<typeof readLabels>>,
): Row['answers'] {
  const given = new Map(answers.map(({ field, value }) => [field, value]))
  return (forms.get(formVersion) ?? []).map(({ key, label }) => ({
    label,
    text: answerText(given.get(key)),
  }))
}
