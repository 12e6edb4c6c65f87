/** The quiet scene of an empty, failed or offline page. */
import { View } from '@tarojs/components'

/** Drawn in src/assets/scenes. */
export type Scene = 'empty' | 'error' | 'offline'

export function EmptyArt({ scene }: { scene: Scene }) {
  return <View className={`fy-art fy-art-${scene}`} aria-hidden="true" />
}
