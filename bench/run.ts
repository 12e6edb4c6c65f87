// Measures what docs/performance.md claims: counts of calls against their budgets, speeds and sizes.
import { bringUpToDate } from '../scripts/bring-up-to-date'
import { measureColdStarts } from './cold-start'
import { measureCommissions } from './commissions'
import { measureDemoCloud } from './demo-cloud'
import { measureGateway } from './gateway'
import { measureOrders } from './orders'
import { measurePages } from './pages'
import { measureRanks } from './ranks'
import { measureSimulation } from './simulate'
import { measureSizes } from './sizes'
import { measureTeamTree } from './team-tree'
import { measureTiers } from './tiers'
import { measureViral } from './viral'

async function main(): Promise<void> {
  await bringUpToDate('functions')
  const rows = [
    ...measureCommissions(),
    ...measureSimulation(),
    ...(await measureOrders()),
    ...(await measureTiers()),
    ...(await measureRanks()),
    ...measureTeamTree(),
    ...(await measureViral()),
    ...(await measureGateway()),
    ...(await measureDemoCloud()),
    ...(await measureColdStarts()),
    ...(await measurePages()),
    ...measureSizes(),
  ]
  const width = Math.max(...rows.map((row) => row.what.length))
  for (const { what, measured, budget } of rows) {
    console.log(`${what.padEnd(width)}  ${measured.padStart(18)}  ${budget}`)
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
