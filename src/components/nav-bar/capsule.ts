/** Where the mini-program's capsule button lies, read at run time; browsers have none. */
import Taro from '@tarojs/taro'

export interface BarRoom {
  /** px from the top of the screen to the bar (the status bar). */
  top: number
  /** px of the bar itself. */
  height: number
  /** px at the right that the capsule covers. */
  right: number
}

const withoutCapsule: BarRoom = { top: 0, height: 44, right: 0 }
let known: BarRoom | undefined

export function readBarRoom(): BarRoom {
  if (process.env.TARO_ENV !== 'weapp') return withoutCapsule
  known ??= measure()
  return known
}

function measure(): BarRoom {
  try {
    const capsule = Taro.getMenuButtonBoundingClientRect()
    const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
    if (!capsule.width) return { ...withoutCapsule, top: statusBarHeight }
    const gap = Math.max(4, capsule.top - statusBarHeight)
    return {
      top: statusBarHeight,
      height: capsule.height + gap * 2,
      right: windowWidth - capsule.left,
    }
  } catch {
    return { ...withoutCapsule, top: 20 }
  }
}
