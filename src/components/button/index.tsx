/** A button that says what it will do; when it cannot be used, its text is the reason. */
import { Button as NativeButton, Text, View } from '@tarojs/components'
import type { ButtonProps as NativeProps } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { classNames } from '../class-names'
import type { IconName } from '../icon'

export interface ButtonProps {
  children: ReactNode
  kind?: 'primary' | 'soft' | 'line' | 'plain' | 'danger' | 'gold'
  /** big 48 · mid 44 · small 32 (its hit area stays 44). */
  size?: 'big' | 'mid' | 'small'
  wide?: boolean
  icon?: IconName
  /** Spinner left, text stays, taps are ignored. */
  busy?: boolean
  /** Disables the button and becomes its text: "联网后可提现". */
  disabledReason?: string | false | null
  onTap?: () => void
  /** `share` opens the mini-program's own share panel; `contact` customer service. */
  openType?: 'share' | 'contact' | 'openSetting' | 'chooseAvatar'
  /** With `chooseAvatar`: the picture, as a file of the phone. */
  onAvatar?: (file: string) => void
  /** Read aloud instead of the text. */
  label?: string
  className?: string
}

/** Always one element: h5 puts what is inserted later behind the text. */
function Mark({ busy, icon, size }: { busy: boolean; icon?: IconName; size: 16 | 18 }) {
  const drawn = icon ? `fy-i fy-i-${icon} fy-i-s${size} fy-btn-icon` : 'fy-btn-no-mark'
  const look = busy ? 'fy-btn-spinner fy-spin' : drawn
  return <View className={look} aria-hidden="true" />
}

export function Button(props: ButtonProps) {
  const { kind = 'primary', size = 'big', wide, icon, busy = false, disabledReason } = props
  const isOff = Boolean(disabledReason)
  const canTap = !isOff && !busy
  // The native `disabled` is never set: on h5 even `false` turns into an attribute that greys the button.
  const native: Partial<NativeProps> =
    canTap && props.openType
      ? {
          openType: props.openType,
          ...(props.onAvatar
            ? {
                onChooseAvatar: ({ detail }: { detail: { avatarUrl: string } }) =>
                  props.onAvatar?.(detail.avatarUrl),
              }
            : {}),
        }
      : {}
  return (
    <NativeButton
      {...native}
      className={classNames(
        'fy-btn',
        `fy-btn-${isOff ? 'off' : kind}`,
        `fy-btn-${size}`,
        wide && 'fy-btn-wide',
        props.className,
      )}
      hoverClass={canTap ? 'fy-btn-pressed' : 'none'}
      onClick={canTap ? () => props.onTap?.() : undefined}
      {...aria(props.label, 'button')}
      {...(canTap ? {} : { 'aria-disabled': 'true' })}
    >
      <Mark busy={busy} icon={isOff ? undefined : icon} size={size === 'small' ? 16 : 18} />
      <Text className="fy-btn-text">{isOff ? disabledReason : props.children}</Text>
    </NativeButton>
  )
}
