/** CSS as WeChat rewrites it for the screen: rpx to whole pixels, safe-area env() to this phone's insets. */
const RPX = /([+-]?(?:\d+\.?\d*|\.\d+))rpx\b/g
const SAFE_AREA =
  /\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(,\s*[^()]+)?\)/g
const DESIGN_WIDTH = 750
const EPSILON = 1e-4

/**
 * 750 rpx are the screen's width. WeChat rounds down to whole pixels; what would vanish stays half a pixel on screens
 * that have more than one dot a pixel, one pixel on others.
 */
export function rpxToPixels(rpx: number, screenWidth = window.innerWidth): number {
  if (rpx === 0) return 0
  const size = Math.floor((Math.abs(rpx) / DESIGN_WIDTH) * screenWidth + EPSILON)
  const shown = size > 0 ? size : window.devicePixelRatio > 1 ? 0.5 : 1
  return rpx < 0 ? -shown : shown
}

export function convertRpx(css: string): string {
  if (!css.includes('rpx') && !css.includes('safe-area')) return css
  return css
    .replace(RPX, (_, rpx: string) => `${rpxToPixels(Number(rpx))}px`)
    .replace(SAFE_AREA, (_, side: string) => `var(--wx-safe-area-inset-${side}, 0px)`)
}
