/** Larger text for whoever set it in WeChat: two steps and no more, so that pages hold at 320 px. */
import { textSize } from '@/api/platform'

/** From which size in WeChat on (px; 16 or 17 is usual) which class goes on the page's root view. */
const STEPS = [
  { from: 20, className: 'text-larger' },
  { from: 18, className: 'text-large' },
] as const

/** '' for usual text; the classes change the type tokens (styles/tokens.css). */
export function textScaleClass(): string {
  const size = textSize()
  return STEPS.find(({ from }) => size >= from)?.className ?? ''
}
