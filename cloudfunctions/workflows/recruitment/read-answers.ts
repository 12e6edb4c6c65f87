// What applicants answered, with the questions as they were asked then.
import type { Application } from '@contract/model/recruitment'
import type { Distributor } from '@contract/model/people'
import { answerText } from '../../domain/recruitment/standard-text'
import type { Context } from '../../ports/world'
import { applicationId } from './application-id'

interface ShownAnswer {
  label: string
  text: string
}

/** Id of the latest application; none where the shop had no form. */
export function idOfLast({ _id, applicationRound }: Distributor): string[] {
  return applicationRound === undefined ? [] : [applicationId(_id, applicationRound)]
}

/** The latest application of one person. */
export async function readAnswers(ctx: Context, person: Distributor): Promise<ShownAnswer[]> {
  const [id] = idOfLast(person)
  const application = id === undefined ? null : await ctx.store.get('applications', id)
  return application ? answersOf(application, await readLabels(ctx, [application])) : []
}

/** Questions by version and key: an application is read with the form it was written on. */
export async function readLabels({ store }: Context, applications: readonly Application[]) {
  const versions = [...new Set(applications.map(({ formVersion }) => `recruit:${formVersion}`))]
  const forms = await store.getMany('recruit_versions', versions)
  return new Map(forms.map(({ version, fields }) => [version, fields]))
}

export function answersOf(
  { formVersion, answers }: Application,
  forms: Awaited<ReturnType<typeof readLabels>>,
): ShownAnswer[] {
  const given = new Map(answers.map(({ field, value }) => [field, value]))
  return (forms.get(formVersion) ?? []).map(({ key, label }) => ({
    label,
    text: answerText(given.get(key)),
  }))
}
