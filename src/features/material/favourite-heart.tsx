/** The heart that keeps a material at hand: it turns at once, and turns back when the server says no. */
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '@/api/call'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { failureOf } from '@/state/failure'
import type { Failure } from '@/state/failure'

interface FavouriteHeartProps {
  materialId: string
  isFavourite: boolean
  /** The page then shows it with its own data. */
  onChange: (isFavourite: boolean) => void
  /** Null when a new try begins. */
  onFailed: (error: Failure | null) => void
}

export function FavouriteHeart(props: FavouriteHeartProps) {
  const { materialId, isFavourite, onChange, onFailed } = props
  const [wanted, setWanted] = useState<boolean | null>(null)
  const isAsking = useRef(false)
  const isOn = wanted ?? isFavourite
  const turn = async () => {
    if (isAsking.current) return
    isAsking.current = true
    onFailed(null)
    setWanted(!isOn)
    try {
      await call('distributor.setFavourite', { materialId, isFavourite: !isOn })
      onChange(!isOn)
    } catch (cause) {
      onFailed(failureOf(cause))
    } finally {
      setWanted(null)
      isAsking.current = false
    }
  }
  return (
    <View
      className={classNames('mat-heart', isOn && 'mat-heart-on')}
      onClick={() => void turn()}
      {...aria(isOn ? '取消收藏' : '收藏这份', 'button')}
    >
      <Icon name="heart" size={24} />
    </View>
  )
}
