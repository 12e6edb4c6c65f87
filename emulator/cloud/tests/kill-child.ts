/**
 * A child process for the durability test: writes without end through the gateway, and says on stdout what was
 * acknowledged, as it is acknowledged. With `fill` it writes until the disk takes no more.
 */
import { startCloud, uploadFile } from '../index'
import { COLLECTIONS, makeFunctions } from './probe'

const SOURCE = 'exports.main = async () => null'
const FILLER = 'x'.repeat(300)
/** What is overwritten again and again is large: the log outgrows what it tells within a moment. */
const BALLAST = 'x'.repeat(40_000)

type Fields = Record<string, unknown>

const say = (line: string): boolean => process.stdout.write(`${line}\n`)

/** Speaks the admin protocol itself: bundling the SDK for each child would take longer than the test. */
function speakTo(base: string) {
  return async (action: string, fields: Fields): Promise<Fields> => {
    const answer = await fetch(`${base}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-emulator-sent': '99999999999999999999' },
      body: JSON.stringify({ action: `database.${action}`, collectionName: 'items', ...fields }),
    })
    const body = (await answer.json()) as Fields
    if (body.code) throw new Error(JSON.stringify(body))
    return body
  }
}

type Admin = ReturnType<typeof speakTo>

const insert = (admin: Admin, document: Fields, transactionId?: string): Promise<Fields> =>
  admin('insertDocument', {
    data: [JSON.stringify({ filler: FILLER, ...document })],
    transactionId,
  })

const set = (admin: Admin, id: string, data: Fields, transactionId?: string): Promise<Fields> =>
  admin('modifyDocument', {
    queryType: 'DOC',
    query: JSON.stringify({ _id: id }),
    data: JSON.stringify(data),
    multi: false,
    merge: false,
    upsert: true,
    transactionId,
  })

const remove = (admin: Admin, id: string): Promise<Fields> =>
  admin('removeDocument', {
    queryType: 'DOC',
    query: JSON.stringify({ _id: id }),
    multi: false,
  })

/** Each lane writes one thing after the other; `round` keeps the ids of one life apart from those of the next. */
const LANES: Record<string, (admin: Admin, round: string, base: string) => Promise<void>> = {
  async inserts(admin, round) {
    for (let i = 0; ; i++) {
      const id = `plain-${round}-${i}`
      await insert(admin, { _id: id })
      say(id)
    }
  },
  async removals(admin, round) {
    for (let i = 0; ; i++) {
      const id = `brief-${round}-${i}`
      await insert(admin, { _id: id })
      await remove(admin, id)
      say(`gone:${id}`)
    }
  },
  async pairs(admin, round) {
    for (let i = 0; ; i++) {
      const { transactionId } = (await admin('startTransaction', {})) as { transactionId: string }
      const id = `pair-${round}-${i}`
      await insert(admin, { _id: `${id}-a` }, transactionId)
      await insert(admin, { _id: `${id}-b` }, transactionId)
      await admin('commitTransaction', { transactionId })
      say(`${id}-a`)
      say(`${id}-b`)
    }
  },
  async scales(admin, round) {
    for (let i = 1; ; i++) {
      const n = Number(round) * 1_000_000 + i
      const { transactionId } = (await admin('startTransaction', {})) as { transactionId: string }
      for (const id of ['scale-left', 'scale-middle', 'scale-right']) {
        await set(admin, id, { n }, transactionId)
      }
      await admin('commitTransaction', { transactionId })
      say(`scale:${n}`)
    }
  },
  async counts(admin, round) {
    for (let i = 1; ; i++) {
      const n = Number(round) * 1_000_000 + i
      await set(admin, 'count', { n, ballast: BALLAST })
      say(`count:${n}`)
    }
  },
  async uploads(_admin, round, base) {
    for (let i = 0; ; i++) {
      const path = `files/${round}-${i}.txt`
      say(`file:${await uploadFile(base, path, Buffer.from(path.repeat(2000)))}`)
    }
  },
}

/** Fills the disk; what is refused is named, and a smaller write is tried after it. */
async function fill(admin: Admin): Promise<void> {
  for (let i = 0; ; i++) {
    try {
      await insert(admin, { _id: `large-${i}`, more: 'y'.repeat(9_000) })
      say(`large-${i}`)
    } catch (error) {
      say(`refused:${String(error)}`)
      break
    }
  }
  await insert(admin, { _id: 'small' })
  say('small')
  process.exit(0)
}

async function main(data: string, round: string): Promise<void> {
  const cloud = await startCloud({
    functionsDir: makeFunctions({ idle: SOURCE }),
    collections: COLLECTIONS,
    data,
    compactFrom: 200_000,
    timers: false,
    quiet: true,
  })
  const admin = speakTo(cloud.base)
  say('ready')
  if (round === 'fill') return fill(admin)
  await Promise.all(Object.values(LANES).map((lane) => lane(admin, round, cloud.base)))
}

void main(process.argv[2] as string, process.argv[3] as string)
