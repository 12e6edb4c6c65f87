/** The looks a poster can have; the one chosen last is kept on the phone. */
import { readStored, writeStored } from '@/api/platform'
import type { PaintPoster } from './brush'
import { paintFestive } from './paint-festive'
import { paintFull } from './paint-full'
import { paintPlain } from './paint-plain'

export type PosterTemplate = 'plain' | 'festive' | 'full'

export const POSTER_TEMPLATES: Readonly<Record<PosterTemplate, PaintPoster>> = {
  plain: paintPlain,
  festive: paintFestive,
  full: paintFull,
}

export const templateNames: readonly { key: PosterTemplate; text: string }[] = [
  { key: 'plain', text: '素雅' },
  { key: 'festive', text: '节日' },
  { key: 'full', text: '大图' },
]

const KEY = 'fenyou.poster'

export function chosenTemplate(): PosterTemplate {
  const stored = readStored(KEY)
  return templateNames.find(({ key }) => key === stored)?.key ?? 'plain'
}

export const keepTemplate = (template: PosterTemplate) => writeStored(KEY, template)
