// Timer: marks plans superseded once a scheduled one has taken over. Which plan pays never waits for this.
import { plansOver } from '../../domain/commission/plan-schedule'
import type { World } from '../../ports/world'
import { supersede } from './publish-plan'

/** One read when there is nothing to do. Running twice changes nothing. */
export async function retirePlans(world: World): Promise<{ retired: number }> {
  const begun = { status: 'published', effectiveAt: { lte: world.now } }
  const plans = await world.store.find('plans', begun)
  if (plans.length < 2) return { retired: 0 }
  return world.store.transaction(async (tx) => {
    const shop = await tx.get('settings', 'shop')
    const over = plansOver(shop?.plans ?? [], world.now)
    return { retired: await supersede(tx, over) }
  })
}
