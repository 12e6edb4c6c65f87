/** How materials are spoken of: what they consist of, what they are about, how big they are. Pure. */
import type { Api } from '@/api/call'

export type MaterialRow = Api['distributor.listMaterials']['output']['rows'][number]
type Target = MaterialRow['target']

/** 文案 · 9 张图 · 视频 */
export function contentFacts(
  material: Pick<MaterialRow, 'excerpt' | 'pictureCount' | 'hasVideo'>,
): string[] {
  const parts = [
    material.excerpt !== '' && '文案',
    material.pictureCount > 0 && `${material.pictureCount} 张图`,
    material.hasVideo && '视频',
  ]
  return parts.filter((part) => part !== false)
}

export function targetText(target: Target, targetName: string): string {
  if (target.kind === 'shop') return '全店'
  if (targetName !== '') return targetName
  return target.kind === 'product' ? '商品已经没有了' : '活动已经没有了'
}

/** 0:09, 1:00 */
export function lengthText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** 900 KB, 12.4 MB */
export function sizeText(bytes: number): string {
  const tenths = Math.round((bytes * 10) / (1024 * 1024))
  if (tenths < 10) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${Math.floor(tenths / 10)}.${tenths % 10} MB`
}
