/** The phone's geometry in CSS pixels: bars, capsule and safe area, as an iPhone with or without a notch has them. */
export const NAV_HEIGHT = 44
export const TAB_HEIGHT = 50
const CAPSULE = { width: 87, height: 32, right: 7, top: 6 }
/** Screens longer than this have a notch and a home indicator. */
const NOTCH_RATIO = 2

export interface Bars {
  statusBarHeight: number
  /** Below the safe area: the home indicator. */
  safeBottom: number
}

export function barsOf(width: number, height: number): Bars {
  const hasNotch = height / width > NOTCH_RATIO
  return { statusBarHeight: hasNotch ? 44 : 20, safeBottom: hasNotch ? 34 : 0 }
}

export interface Layout {
  isNavCustom: boolean
  hasTabs: boolean
}

/** Where a page's frame lies on the screen. */
export function placeOf(width: number, height: number, layout: Layout) {
  const { statusBarHeight, safeBottom } = barsOf(width, height)
  const top = layout.isNavCustom ? 0 : statusBarHeight + NAV_HEIGHT
  const bottom = layout.hasTabs ? TAB_HEIGHT + safeBottom : 0
  return { top, bottom, height: height - top - bottom }
}

const rect = (left: number, top: number, right: number, bottom: number) => ({
  left,
  top,
  right,
  bottom,
  width: right - left,
  height: bottom - top,
})

export function measureScreen(width: number, height: number, layout: Layout) {
  const { statusBarHeight, safeBottom } = barsOf(width, height)
  const right = width - CAPSULE.right
  const top = statusBarHeight + CAPSULE.top
  return {
    screen: { width, height },
    window: { width, height: placeOf(width, height, layout).height },
    statusBarHeight,
    capsule: rect(right - CAPSULE.width, top, right, top + CAPSULE.height),
    safeArea: rect(0, statusBarHeight, width, height - safeBottom),
  }
}
