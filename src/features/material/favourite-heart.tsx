/** The heart that keeps a material at hand: it turns at once, and turns back when the server says no. */
import { useRef, useState } from 'react'
import { call } from '@/api/call'
import { classNames } from '@/components/class-names'
import { IconTap } from '@/components/icon-tap'
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
    <IconTap
      className={classNames('mat-heart', isOn && 'mat-heart-on')}
      icon="heart"
      size={24}
      label={isOn ? '取消收藏' : '收藏这份'}
      onTap={() => void turn()}
    />
  )
}
