// One commission with the explanation that was stored when it was computed.
import type { Api } from '@contract/api'
import type { Commission, CommissionLine, ExplanationStep } from '@contract/model/distribution'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { refuse } from '../../domain/refuse'
import type { Context, World } from '../../ports/world'
import { nameCampaigns } from '../campaign/name-campaigns'
import { showCommission } from './show-commission'

type Explained = Api['distributor.getCommission']['output']

/** Refuses NOT_FOUND, also for somebody else's commission. */
export async function getCommission(
  ctx: Context,
  { commissionId }: Api['distributor.getCommission']['parsed'],
): Promise<Explained> {
  const commission = await ctx.store.get('commissions', commissionId)
  if (commission?.distributorId !== distributorIdOf(ctx.caller.memberId)) {
    throw refuse('NOT_FOUND')
  }
  return explain(ctx, commission)
}

/** Anybody's, for the staff: word for word what the beneficiary reads. Refuses NOT_FOUND. */
export async function getAnyCommission(
  ctx: Context,
  { commissionId }: Api['owner.getCommission']['parsed'],
): Promise<Explained> {
  const commission = await ctx.store.get('commissions', commissionId)
  if (!commission) throw refuse('NOT_FOUND')
  return explain(ctx, commission)
}

async function explain(ctx: Context, commission: Commission): Promise<Explained> {
  const names = await readRuleNames(ctx, commission)
  return {
    commission: showCommission(commission),
    tier: commission.tier,
    planVersion: commission.planVersion,
    orderId: commission.orderId,
    lines: commission.lines.map((line) => ({
      line: line.line,
      title: line.title,
      rule: line.rule,
      ruleName: nameOfRule(line, names),
      amountFen: line.amountFen,
      reversedFen: line.reversedFen,
      steps: line.steps.map(showStep),
    })),
  }
}

type Step = Explained['lines'][number]['steps'][number]

function showStep(step: ExplanationStep): Step {
  if (step.step === 'rule') return { ...step, skipped: [...step.skipped] }
  return 'wantedFen' in step ? { ...step, wantedFen: [...step.wantedFen] } : step
}

/** `product:P2`, `category:C1` and `campaign:K1` → what they are called today. */
async function readRuleNames(
  world: World,
  { lines }: Commission,
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (scope: string) =>
    lines.flatMap(({ rule }) =>
      rule.startsWith(`${scope}:`) ? [rule.slice(scope.length + 1)] : [],
    )
  const [products, categories, campaigns] = await Promise.all([
    world.store.getMany('products', idsOf('product')),
    world.store.getMany('categories', idsOf('category')),
    nameCampaigns(world, idsOf('campaign')),
  ])
  return new Map([
    ...products.map(({ _id, title }) => [`product:${_id}`, title] as const),
    ...categories.map(({ _id, name }) => [`category:${_id}`, name] as const),
    ...campaigns.map(({ id, name }) => [`campaign:${id}`, name] as const),
  ])
}

function nameOfRule(line: CommissionLine, names: ReadonlyMap<string, string>): string | null {
  if (line.rule.startsWith('sku:')) return line.title
  return names.get(line.rule) ?? null
}
