// 素材: what the shop gives its distributors to post, how often each was used, and who keeps which at hand.
import type { TierKey } from './shop'

export const MATERIAL_TARGET_KINDS = ['shop', 'product', 'campaign'] as const
export type MaterialTargetKind = (typeof MATERIAL_TARGET_KINDS)[number]

/** What a material is about. */
export type MaterialTarget =
  | { readonly kind: 'shop' }
  | { readonly kind: 'product'; readonly productId: string }
  | { readonly kind: 'campaign'; readonly campaignId: string }

export const MATERIAL_KINDS = ['copy', 'pictures', 'video', 'mix'] as const
/** What it consists of: text alone, pictures alone, a video alone, or several of them. */
export type MaterialKind = (typeof MATERIAL_KINDS)[number]

export const MATERIAL_USES = ['copied', 'saved', 'shared'] as const
/** What a distributor did with it: text copied, pictures or video saved, card or poster asked for. */
export type MaterialUseKind = (typeof MATERIAL_USES)[number]

/**
 * Characters of text, pictures, and tags a material may have. Of a video: seconds and bytes. wx.chooseMedia films 3 to
 * 60 s but does not limit what comes from the album (developers.weixin.qq.com, wx.chooseMedia, maxDuration), and the
 * cloud's storage takes files up to 50 MB.
 */
export const MATERIAL_LIMITS = {
  title: 30,
  text: 1000,
  pictures: 9,
  tags: 5,
  tag: 8,
  videoSeconds: 60,
  videoBytes: 50 * 1024 * 1024,
  /** Higher ones stand further up; 0 unless the owner says otherwise. */
  sort: 99,
} as const

export interface MaterialVideo {
  /** cloud:// file id of an MP4. */
  readonly file: string
  /** cloud:// file id of the picture shown before it plays. */
  readonly cover: string
  /** Whole seconds, rounded up. */
  readonly seconds: number
  readonly bytes: number
}

/** How often it was used: each distributor counts once a Shanghai day for each kind of use. */
export type MaterialCounts = Readonly<Record<MaterialUseKind, number>>

/** `_id` = mat_… */
export interface Material {
  readonly _id: string
  readonly title: string
  readonly target: MaterialTarget
  /** `target.kind`, and which one: what lists are filtered by. */
  readonly targetKind: MaterialTargetKind
  /** `shop`, `product:{id}` or `campaign:{id}`. */
  readonly targetKey: string
  readonly kind: MaterialKind
  readonly text: string
  /** cloud:// file ids, in their order. */
  readonly pictures: readonly string[]
  readonly video: MaterialVideo | null
  readonly tags: readonly string[]
  /** 0 to 99, as the owner set it. */
  readonly sort: number
  /** The shop's own order in one number: by `sort`, then by when it was made. */
  readonly standing: number
  /** For this tier and those above it; null or absent: for every distributor. */
  readonly minTier?: TierKey | null
  readonly isPublished: boolean
  /** When it was last put out, ms. */
  readonly publishedAt: number
  /** Grows with each change by the owner: who edits an older one is told so. */
  readonly revision: number
  readonly createdAt: number
  readonly updatedAt: number
  /** Set by the timer from the facts; the owner's edits leave them alone. */
  readonly counts: MaterialCounts
  /** All uses together: what "most used" goes by. */
  readonly usedCount: number
}

/** A use. `_id` = {material}:{distributor}:{kind}:{Shanghai date}: tapping again adds nothing. */
export interface MaterialUse {
  readonly _id: string
  readonly materialId: string
  readonly distributorId: string
  readonly kind: MaterialUseKind
  readonly on: string
  readonly at: number
}

/** What one distributor did with one material, set whole from the uses. `_id` = {material}:{distributor}. */
export interface MaterialUser extends MaterialCounts {
  readonly _id: string
  readonly materialId: string
  readonly distributorId: string
  readonly usedCount: number
}

/** Kept at hand by a distributor. `_id` = {distributor}:{material}. */
export interface MaterialFavourite {
  readonly _id: string
  readonly distributorId: string
  readonly materialId: string
  readonly at: number
}

/** How far the uses were looked through for counts that need setting anew. */
export interface MaterialCursor {
  readonly _id: 'materials'
  /** Uses before this moment are in the counts. */
  readonly from: number
  /** Where to go on while there are more, else null. */
  readonly page: string | null
  /** Until when everything is in the counts, ms; 0 before the first run. */
  readonly asOf: number
}

/** 卖点与问答 of a product: what helps to speak of it. `_id` is the product's id. */
export interface ProductNotes {
  readonly _id: string
  readonly points: readonly string[]
  readonly faq: readonly { readonly question: string; readonly answer: string }[]
  /** How many published materials are about the product; changed in the transaction that publishes or withdraws. */
  readonly materialCount: number
}

/** How many selling points and questions a product may have, and how long each may be. */
export const NOTES_LIMITS = { points: 6, point: 40, faq: 8, question: 40, answer: 200 } as const
