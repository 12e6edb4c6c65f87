// 招募管理: what is asked of applicants, who waits, and how far the recruit plan is.
import type { Api } from '@contract/api'
import type { RecruitDrive, RecruitTerms } from '@contract/model/recruitment'
import { addDays, dateOf, startOfDate } from '@contract/time'
import { recruitOf } from '../../domain/recruitment/recruit-of-shop'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'

type Terms = Api['owner.getRecruitment']['output']['terms']

export async function getRecruitmentDesk(
  ctx: Context,
): Promise<Api['owner.getRecruitment']['output']> {
  const recruit = recruitOf(await readShop(ctx))
  const { version, publishedAt, drive } = recruit
  const [waiting, toSign, progress] = await Promise.all([
    ctx.store.count('distributors', { status: 'applied' }),
    ctx.store.count('distributors', { status: 'approved' }),
    drive && countDrive(ctx, drive),
  ])
  return {
    version,
    publishedAt: version === 0 ? null : publishedAt,
    terms: termsOf(recruit),
    today: dateOf(ctx.now),
    waiting,
    toSign,
    progress,
  }
}

/** Admissions count by when they were admitted, whoever left since included: the plan was met all the same. */
async function countDrive({ store }: Context, { fromOn, toOn }: RecruitDrive) {
  const within = { gte: startOfDate(fromOn), lt: startOfDate(addDays(toOn, 1)) }
  const [applied, admitted] = await Promise.all([
    store.count('distributors', { appliedAt: within }),
    store.count('distributors', { admittedAt: within }),
  ])
  return { applied, admitted }
}

function termsOf(terms: RecruitTerms): Terms {
  const { headline, forWhom, offer, fields, standards, reapplyDays, drive, tasks } = terms
  return {
    headline,
    forWhom,
    offer,
    fields: fields.map((field) => ({ ...field, choices: [...field.choices] })),
    standards: standards.map((standard) => ({ ...standard, allowed: [...standard.allowed] })),
    reapplyDays,
    drive: drive && { ...drive },
    tasks: tasks.map((task) => ({ ...task })),
  }
}
