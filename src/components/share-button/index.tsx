/** A button that shares a card: WeChat's own panel in weapp, the preview page's phones on h5. */
import { share } from '@/api/platform'
import type { ShareCard } from '@/api/platform'
import { Button } from '../button'
import type { ButtonProps } from '../button'

interface ShareButtonProps extends Omit<ButtonProps, 'openType' | 'onTap'> {
  /** The same card the page gives to `useShare`. */
  card: ShareCard
  /** Also told: close the sheet. */
  onShared?: () => void
}

export function ShareButton({ card, onShared, ...looks }: ShareButtonProps) {
  const isWeapp = process.env.TARO_ENV === 'weapp'
  return (
    <Button
      {...looks}
      openType={isWeapp ? 'share' : undefined}
      onTap={() => {
        if (!isWeapp) share(card)
        onShared?.()
      }}
    />
  )
}
