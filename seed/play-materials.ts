// Materials of the demo year: put out by the owner, used and kept by distributors; drawn from a chance of their own, so
// that the rest of the year is the same with them and without.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@contract/time'
import { MATERIAL_USES, type MaterialVideo } from '@contract/model/material'
import { uploadFile } from '../emulator/cloud'
import { seedProducts } from './catalogue.data'
import { seedMaterials, seedNotes, type SeedMaterial } from './materials.data'
import type { StockedProduct } from './open-shop'
import { seedDistributors } from './people.data'
import { createChance } from './random'
import { Stage } from './stage'

const ART = join(__dirname, 'art')
const SEED = 20261121
/** Of what is kept for tiers: put out and used without moving the rest. */
const TIER_SEED = 20261124
/** How many think of posting it on each of the days after it came out, and for how many days. */
const DAYS_OF_USE = 24
/** The film beside the pictures: whole seconds of seed/art/videos/first-brew.mp4. */
const FILM_SECONDS = 5

interface Shelf {
  readonly start: number
  readonly endsAt: number
  readonly idOf: (productKey: string) => string
}

export function planMaterials(
  stage: Stage,
  at: Pick<Shelf, 'start' | 'endsAt'>,
  products: readonly StockedProduct[],
): void {
  const ids = new Map(seedProducts.map(({ key }, index) => [key, products[index]?.productId ?? '']))
  const shelf = { ...at, idOf: (key: string) => ids.get(key) ?? '' }
  const aside = new Stage(stage.cloud, stage.wechat, createChance(SEED))
  const forTiers = new Stage(stage.cloud, stage.wechat, createChance(TIER_SEED))
  stage.plan(at.start + 30 * DAY_MS + 9 * HOUR_MS, () => writeNotes(aside, shelf))
  for (const material of seedMaterials) {
    const outAt = shelf.start + material.day * DAY_MS + 9 * HOUR_MS + 30 * MINUTE_MS
    const own = material.minTier === undefined ? aside : forTiers
    stage.plan(outAt, async () => {
      const materialId = await putOut(own, material, shelf)
      planUse(stage, own, { materialId, material, outAt, endsAt: shelf.endsAt })
    })
  }
}

async function writeNotes(aside: Stage, { idOf }: Shelf): Promise<void> {
  for (const { productKey, points, faq } of seedNotes) {
    const productId = idOf(productKey)
    const notes = { productId, points: [...points], faq: faq.map((one) => ({ ...one })) }
    await aside.call('owner', 'owner.saveProductNotes', notes)
  }
}

async function putOut(aside: Stage, material: SeedMaterial, { idOf }: Shelf): Promise<string> {
  const { title, text, tags, sort, productKey, minTier } = material
  const pictures: string[] = []
  for (const key of material.pictures) pictures.push(await upload(aside, 'pictures', `${key}.jpg`))
  const { id } = await aside.call('owner', 'owner.saveMaterial', {
    ...{ title, text, pictures, sort },
    target:
      productKey === null ? { kind: 'shop' } : { kind: 'product', productId: idOf(productKey) },
    video: material.hasVideo ? await uploadFilm(aside, pictures[0] ?? '') : null,
    tags: [...tags],
    ...(minTier === undefined ? {} : { minTier }),
  })
  return id
}

function upload({ cloud }: Stage, folder: 'pictures' | 'videos', name: string): Promise<string> {
  return uploadFile(cloud.base, `${folder}/material-${name}`, readFileSync(join(ART, folder, name)))
}

async function uploadFilm(aside: Stage, cover: string): Promise<MaterialVideo> {
  const name = 'first-brew.mp4'
  const { length: bytes } = readFileSync(join(ART, 'videos', name))
  return { file: await upload(aside, 'videos', name), cover, seconds: FILM_SECONDS, bytes }
}

interface Out {
  readonly materialId: string
  readonly material: SeedMaterial
  readonly outAt: number
  readonly endsAt: number
}

/** Whoever shares much uses much; favourites are kept by those who used it first. */
function planUse(stage: Stage, aside: Stage, { materialId, material, outAt, endsAt }: Out): void {
  const { chance } = aside
  // What is kept for tiers is used by those who were meant for them.
  const people = seedDistributors.filter(
    ({ joinedOnDay, tier }) =>
      joinedOnDay < material.day &&
      (material.minTier === undefined || tier === 'jade' || tier === material.minTier),
  )
  // Text is copied, pictures are saved; anything is shared.
  const kinds = MATERIAL_USES.filter((kind) => {
    if (kind === 'copied') return material.text !== ''
    return kind === 'shared' || material.pictures.length > 0
  })
  for (const person of people) {
    for (let day = 0; day < DAYS_OF_USE; day += 1) {
      if (!chance.is((material.appeal * person.zeal) / 1600)) continue
      const at = outAt + day * DAY_MS + chance.between(0, 9 * 60) * MINUTE_MS
      const kind = chance.pick(kinds, (one) => (one === 'copied' ? 3 : 1))
      const isKept = chance.is(0.3)
      if (at >= endsAt - HOUR_MS) continue
      stage.plan(at, async () => {
        await aside.call(person.key, 'distributor.recordMaterialUse', { materialId, kind })
        const favourite = { materialId, isFavourite: true }
        if (isKept) await aside.call(person.key, 'distributor.setFavourite', favourite)
      })
    }
  }
  if (!material.isWithdrawn) return
  stage.plan(outAt + (DAYS_OF_USE + 1) * DAY_MS, async () => {
    await aside.call('owner', 'owner.publishMaterial', { materialId, isPublished: false })
  })
}
