/** A material while it is being written: what is missing is named, tags are read from one line. Pure. */
import type { Api } from '@/api/call'
import { MATERIAL_LIMITS as LIMITS } from '@contract/model/material'

export type StoredMaterial = Api['owner.getMaterial']['output']
export type SaveInput = Api['owner.saveMaterial']['input']
export type Target = SaveInput['target']
export type TierKey = NonNullable<SaveInput['minTier']>
export type MaterialVideo = NonNullable<SaveInput['video']>

export interface MaterialDraft {
  title: string
  kind: Target['kind']
  /** Of the product or campaign; null while none is chosen. */
  subject: { id: string; name: string } | null
  text: string
  pictures: string[]
  video: MaterialVideo | null
  /** One line, words apart by spaces or commas. */
  tags: string
  sort: string
  /** For this tier and those above it; null for everybody. */
  minTier: TierKey | null
}

export const blankDraft: MaterialDraft = {
  title: '',
  kind: 'product',
  subject: null,
  text: '',
  pictures: [],
  video: null,
  tags: '',
  sort: '',
  minTier: null,
}

export function draftOf(material: StoredMaterial): MaterialDraft {
  const { title, target, targetName, text, pictures, video, tags, sort } = material
  const id = target.kind === 'product' ? target.productId : ''
  const subject = target.kind === 'campaign' ? target.campaignId : id
  return {
    ...{ title, text, video },
    kind: target.kind,
    subject: subject === '' ? null : { id: subject, name: targetName },
    pictures: [...pictures],
    tags: tags.join(' '),
    sort: sort === 0 ? '' : String(sort),
    minTier: material.minTier ?? null,
  }
}

export const tagsOf = (line: string) => [
  ...new Set(line.split(/[\s,，、]+/).filter((word) => word !== '')),
]

export interface Fault {
  at: 'title' | 'subject' | 'content' | 'tags' | 'sort'
  /** What is missing, for the list. */
  name: string
  /** How to mend it. */
  text: string
}

/** Everything that keeps it from being put out, in the page's order. */
export function faultsOf(draft: MaterialDraft): Fault[] {
  const tags = tagsOf(draft.tags)
  const isEmpty = draft.text.trim() === '' && draft.pictures.length === 0 && draft.video === null
  const what = draft.kind === 'product' ? '商品' : '活动'
  const faults: (Fault | false)[] = [
    draft.title.trim() === '' && { at: 'title', name: '标题', text: '起个标题，分销员按它找' },
    draft.kind !== 'shop' &&
      draft.subject === null && {
        at: 'subject',
        name: what,
        text: `选一${draft.kind === 'product' ? '件商品' : '个活动'}`,
      },
    isEmpty && { at: 'content', name: '内容', text: '文案、图片、视频至少要有一样' },
    (tags.length > LIMITS.tags || tags.some((tag) => tag.length > LIMITS.tag)) && {
      at: 'tags',
      name: '标签',
      text: `最多 ${LIMITS.tags} 个，每个最多 ${LIMITS.tag} 个字`,
    },
    !/^\d{0,2}$/.test(draft.sort.trim()) && { at: 'sort', name: '排序', text: '写 0 到 99 的整数' },
  ]
  return faults.filter((fault): fault is Fault => fault !== false)
}

function targetOf({ kind, subject }: MaterialDraft): Target | null {
  if (kind === 'shop') return { kind }
  if (subject === null) return null
  return kind === 'product' ? { kind, productId: subject.id } : { kind, campaignId: subject.id }
}

/** What the server gets; null while something is missing. */
export function inputOf(draft: MaterialDraft, stored: StoredMaterial | null): SaveInput | null {
  const target = targetOf(draft)
  if (target === null || faultsOf(draft).length > 0) return null
  return {
    ...(stored ? { id: stored.id, revision: stored.revision } : {}),
    title: draft.title.trim(),
    target,
    text: draft.text.trim(),
    pictures: draft.pictures,
    video: draft.video,
    tags: tagsOf(draft.tags),
    sort: Number(draft.sort.trim() || '0'),
    ...(draft.minTier === null ? {} : { minTier: draft.minTier }),
  }
}
