/** The quiet scene of an empty, failed or offline page. */
import { View } from '@tarojs/components'
import type { sceneShapes } from './scenes.data'

export type Scene = keyof typeof sceneShapes

export function EmptyArt({ scene }: { scene: Scene }) {
  return <View className={`fy-art fy-art-${scene}`} aria-hidden="true" />
}
