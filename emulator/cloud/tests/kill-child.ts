/** A child process for the durability test: writes without end, and says on stdout what was acknowledged. */
import { startCloud } from '../index'
import { COLLECTIONS, makeFunctions } from './probe'

const SOURCE = 'exports.main = async () => null'

/** Speaks the admin protocol itself: bundling the SDK for each child would take longer than the test. */
async function admin(base: string, fields: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${base}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-emulator-sent': '99999999999999999999' },
    body: JSON.stringify(fields),
  })
  const body = (await answer.json()) as Record<string, unknown>
  if (body.code) throw new Error(JSON.stringify(body))
  return body
}

async function main(folder: string, round: string): Promise<void> {
  const cloud = await startCloud({
    functionsDir: makeFunctions({ idle: SOURCE }),
    collections: COLLECTIONS,
    data: folder,
    timers: false,
    quiet: true,
  })
  const insert = (id: string, transactionId?: string): Promise<unknown> =>
    admin(cloud.base, {
      action: 'database.insertDocument',
      collectionName: 'items',
      data: [JSON.stringify({ _id: id, filler: 'x'.repeat(300) })],
      transactionId,
    })
  const plainWrites = async (lane: number): Promise<void> => {
    for (let i = 0; ; i++) {
      const id = `plain-${round}-${lane}-${i}`
      await insert(id)
      process.stdout.write(`${id}\n`)
    }
  }
  const transactions = async (lane: number): Promise<void> => {
    for (let i = 0; ; i++) {
      const { transactionId } = await admin(cloud.base, { action: 'database.startTransaction' })
      const id = `pair-${round}-${lane}-${i}`
      await insert(`${id}-a`, transactionId as string)
      await insert(`${id}-b`, transactionId as string)
      await admin(cloud.base, { action: 'database.commitTransaction', transactionId })
      process.stdout.write(`${id}-a\n${id}-b\n`)
    }
  }
  process.stdout.write('ready\n')
  await Promise.all([plainWrites(0), plainWrites(1), transactions(0), transactions(1)])
}

void main(process.argv[2] as string, process.argv[3] as string)
