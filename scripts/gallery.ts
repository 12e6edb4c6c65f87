// `npm run gallery`: pictures of every page in its important states, from the built mini-program in the simulated host.
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../emulator/devtools'
import { bringUpToDate } from './bring-up-to-date'
import { openDemoShop, openNewShop, type GalleryShop } from './gallery/open-shops'
import { STATES, type State } from './gallery/states.data'
import { takePictures, type Taken } from './gallery/take-pictures'
import { writeIndex } from './gallery/write-index'

const ROOT = join(__dirname, '..')
const HELP = `npm run gallery -- [--out gallery] [--page NAME]… [--state NAME]…

  --out    folder for the pictures and index.html (gallery)
  --page   only this page, as tests/e2e/support/pages.data.ts names it; again for another (all)
  --state  only this state: ${STATES.map(({ name }) => name).join(', ')}; again for another (all)

Pages that could not be shown are listed at the end, and the command fails.
`

interface Wish {
  readonly out: string
  readonly pages: readonly string[]
  readonly states: readonly State[]
}

function readArguments(): Wish | null {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: join(ROOT, 'gallery') },
      page: { type: 'string', multiple: true, default: [] },
      state: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const states = STATES.filter(
    ({ name }) => values.state.length === 0 || values.state.includes(name),
  )
  return { out: resolve(values.out), pages: values.page, states }
}

async function photograph({ out, pages, states }: Wish): Promise<Taken[]> {
  const browser = await launchBrowser()
  const taken: Taken[] = []
  const visit = async (shop: GalleryShop, of: readonly State[]) => {
    try {
      if (of.length > 0)
        taken.push(...(await takePictures({ shop, browser, out, pages, states: of })))
    } finally {
      await shop.close()
    }
  }
  try {
    await visit(
      await openDemoShop(),
      states.filter(({ shop }) => shop === 'demo'),
    )
    await visit(
      await openNewShop(),
      states.filter(({ shop }) => shop === 'new'),
    )
  } finally {
    await browser.close()
  }
  return taken
}

async function main(): Promise<void> {
  const wish = readArguments()
  if (!wish) return console.log(HELP)
  await bringUpToDate('functions')
  await bringUpToDate('weapp')
  if (wish.pages.length === 0) rmSync(wish.out, { recursive: true, force: true })
  const taken = await photograph(wish)
  writeIndex(wish.out, taken)
  const failures = taken.filter(({ failure }) => failure !== null)
  console.log(`${taken.length - failures.length} pictures: ${join(wish.out, 'index.html')}`)
  for (const { page, state, failure } of failures) console.error(`${page} ${state}: ${failure}`)
  if (failures.length > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
