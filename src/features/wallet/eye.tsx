/** The eye beside an amount: a tap hides all amounts, another shows them. */
import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { useHiddenAmounts } from './hidden-amounts'

export function Eye() {
  const { isHidden, toggle } = useHiddenAmounts()
  return (
    <View
      className={classNames('wallet-eye', isHidden && 'wallet-eye-shut')}
      onClick={toggle}
      {...aria(isHidden ? '显示金额' : '隐藏金额', 'button')}
    >
      <Icon name="eye" size={18} />
    </View>
  )
}
