// 素材库: what the owner puts out, and what distributors take from it.
import { action } from '../action'
import {
  MATERIAL_KINDS,
  MATERIAL_LIMITS,
  MATERIAL_TARGET_KINDS,
  MATERIAL_USES,
  NOTES_LIMITS,
} from '../model/material'
import * as z from '../schema'
import { none, tier } from './views'

const LIMITS = MATERIAL_LIMITS

const target = () =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('shop') }),
    z.object({ kind: z.literal('product'), productId: z.id() }),
    z.object({ kind: z.literal('campaign'), campaignId: z.id() }),
  ])
const targetKind = () => z.enum(MATERIAL_TARGET_KINDS)
/** What it is about, and what that product or campaign is called; empty for the shop in general. */
const targetView = () => z.object({ target: target(), targetName: z.string() })

const count = () => z.number().int()
/** For this tier and those above it; absent: for everybody. */
const forTier = () => ({ minTier: tier().optional() })
const counts = () => z.object({ copied: count(), saved: count(), shared: count() })

const video = () =>
  z.object({
    file: z.text(300),
    cover: z.text(300),
    seconds: z.number().int().min(1).max(LIMITS.videoSeconds),
    bytes: z.number().int().min(1).max(LIMITS.videoBytes),
  })

const listRow = () =>
  targetView().extend({
    id: z.id(),
    title: z.string(),
    kind: z.enum(MATERIAL_KINDS),
    /** The beginning of the text. */
    excerpt: z.string(),
    /** The first picture, or the video's cover; empty when there is neither. */
    cover: z.string(),
    pictureCount: count(),
    hasVideo: z.boolean(),
    tags: z.array(z.string()),
    publishedAt: z.moment(),
    usedCount: count(),
    ...forTier(),
  })
/** Of a list for distributors: what is above their tier has neither cover nor words in it. */
const ownRow = () =>
  listRow().extend({ isFavourite: z.boolean(), isLocked: z.boolean().optional() })

const notes = {
  points: z.array(z.text(NOTES_LIMITS.point)).max(NOTES_LIMITS.points),
  faq: z
    .array(
      z.object({ question: z.text(NOTES_LIMITS.question), answer: z.text(NOTES_LIMITS.answer) }),
    )
    .max(NOTES_LIMITS.faq),
}

export const materials = {
  'distributor.listMaterials': action({
    summary: 'Published materials by target, word and order; for active distributors.',
    who: ['distributor'],
    kind: 'read',
    input: () =>
      z.object({
        targetKind: targetKind().optional(),
        /** Those of one product alone. */
        productId: z.id().optional(),
        /** A part of the title. */
        keyword: z.optionalText(30),
        order: z.enum(['shop', 'new', 'used']).default('shop'),
        cursor: z.cursor(),
      }),
    output: () => z.pageOf(ownRow()),
  }),
  'distributor.listFavourites': action({
    summary: "The caller's favourite materials, the last kept first; withdrawn ones are marked.",
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ cursor: z.cursor() }),
    output: () => z.pageOf(ownRow().extend({ isWithdrawn: z.boolean() })),
  }),
  'distributor.getMaterial': action({
    summary: 'One material whole; null when it was withdrawn, never was, or is for higher tiers.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ materialId: z.id() }),
    output: () =>
      z.object({
        material: targetView()
          .extend({
            id: z.id(),
            title: z.string(),
            kind: z.enum(MATERIAL_KINDS),
            text: z.string(),
            pictures: z.array(z.string()),
            video: video().nullable(),
            tags: z.array(z.string()),
            publishedAt: z.moment(),
            usedCount: count(),
            isFavourite: z.boolean(),
          })
          .nullable(),
        /** It is there, but for this tier and those above it; `material` is null then. */
        lockedFor: tier().optional(),
        ...notes,
      }),
  }),
  'distributor.recordMaterialUse': action({
    summary: 'Says that the caller used a material; once a day for each kind of use.',
    who: ['distributor'],
    kind: 'set',
    input: () => z.object({ materialId: z.id(), kind: z.enum(MATERIAL_USES) }),
    output: () => none(),
  }),
  'distributor.setFavourite': action({
    summary: 'Keeps a material at hand, or no longer.',
    who: ['distributor'],
    kind: 'set',
    input: () => z.object({ materialId: z.id(), isFavourite: z.boolean() }),
    output: () => none(),
  }),
  'distributor.getProductNotes': action({
    summary: 'Selling points and questions of a product, and how many materials there are of it.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ productId: z.id() }),
    output: () => z.object({ title: z.string(), ...notes, materialCount: count() }),
  }),
  'owner.listMaterials': action({
    summary: 'All materials, published and withdrawn, with how often each was used.',
    who: ['owner'],
    kind: 'read',
    input: () =>
      z.object({
        shown: z.enum(['all', 'published', 'withdrawn']).default('all'),
        keyword: z.optionalText(30),
        cursor: z.cursor(),
      }),
    output: () =>
      z.pageOf(listRow().extend({ isPublished: z.boolean(), sort: count(), counts: counts() })),
  }),
  'owner.getMaterial': action({
    summary: 'One material as its owner edits it, and who used it most.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ materialId: z.id() }),
    output: () =>
      targetView().extend({
        id: z.id(),
        title: z.string(),
        text: z.string(),
        pictures: z.array(z.string()),
        video: video().nullable(),
        tags: z.array(z.string()),
        sort: count(),
        ...forTier(),
        isPublished: z.boolean(),
        revision: count(),
        counts: counts(),
        usedCount: count(),
        /** Uses before this moment are counted; null before the first counting. */
        asOf: z.moment().nullable(),
        topUsers: z.array(counts().extend({ name: z.string(), usedCount: count() })),
      }),
  }),
  'owner.saveMaterial': action({
    summary:
      'Adds a material (no id) and puts it out, or changes one that nobody changed meanwhile.',
    who: ['owner'],
    kind: 'once',
    input: () =>
      z.object({
        id: z.id().optional(),
        /** The revision that was edited; 0 for a new one. */
        revision: z.number().int().min(0).default(0),
        title: z.text(LIMITS.title),
        target: target(),
        text: z.optionalText(LIMITS.text),
        pictures: z.array(z.text(300)).max(LIMITS.pictures),
        video: video().nullable(),
        tags: z.array(z.text(LIMITS.tag)).max(LIMITS.tags),
        sort: z.number().int().min(0).max(LIMITS.sort),
        ...forTier(),
      }),
    output: () => z.object({ id: z.id() }),
  }),
  'owner.publishMaterial': action({
    summary: 'Withdraws a material, or puts it out again.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ materialId: z.id(), isPublished: z.boolean() }),
    output: () => none(),
  }),
  'owner.getProductNotes': action({
    summary: 'Selling points and questions of a product, as the owner edits them.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ productId: z.id() }),
    output: () => z.object({ title: z.string(), ...notes }),
  }),
  'owner.saveProductNotes': action({
    summary: 'Sets selling points and questions of a product.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ productId: z.id(), ...notes }),
    output: () => none(),
  }),
} as const
