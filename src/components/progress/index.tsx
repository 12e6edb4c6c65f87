/** A bar toward a goal, with the words beside it that say now, goal and what is left. */
import { Text, View } from '@tarojs/components'
import { aria } from '../aria'

interface ProgressProps {
  /** Same unit as `goal`: fen, points, pieces. */
  now: number
  goal: number
  /** "本月销售 ¥7,680.00" */
  left?: string
  /** "目标 ¥8,000.00" */
  right?: string
  /** `goal`: amber on the way, green when met, red-brown below 60 %. `part`: always green (a share of a cap). */
  kind?: 'goal' | 'part'
}

function look(kind: 'goal' | 'part', bps: number): string {
  if (kind === 'part' || bps >= 10_000) return 'met'
  return bps < 6_000 ? 'low' : 'near'
}

export function Progress({ now, goal, left, right, kind = 'goal' }: ProgressProps) {
  const bps = goal <= 0 ? 0 : Math.min(10_000, Math.max(0, Math.floor((now * 10_000) / goal)))
  return (
    <View
      {...aria(
        [left, right].filter(Boolean).join('，') || `${Math.floor(bps / 100)}%`,
        'progressbar',
      )}
    >
      <View className="fy-track">
        <View
          className={`fy-track-fill fy-track-${look(kind, bps)}`}
          style={{ width: `${bps / 100}%` }}
        />
      </View>
      {(left || right) && (
        <View className="fy-track-words">
          <Text>{left}</Text>
          <Text>{right}</Text>
        </View>
      )}
    </View>
  )
}
