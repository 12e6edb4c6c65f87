// Stand-ins for @tarojs/components: plain DOM elements, so that page tests read and tap what a person would.
import { createElement } from 'react'
import type { CSSProperties, ReactNode } from 'react'

type Handler = (event: { detail: { value: string } }) => void

interface Props {
  children?: ReactNode
  className?: string
  id?: string
  style?: CSSProperties
  src?: string
  value?: string
  placeholder?: string
  disabled?: boolean
  type?: string
  maxlength?: number
  openType?: string
  onClick?: () => void
  onInput?: Handler
  onBlur?: Handler
  onFocus?: () => void
  onConfirm?: Handler
  onError?: () => void
  onChange?: Handler
  [attribute: `aria-${string}`]: string | undefined
  role?: string
}

/** What the DOM knows too; everything else is WeChat's own and dropped. */
function attributesOf(props: Props): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(props)) {
    const isKept = ['className', 'id', 'style', 'role', 'onClick', 'placeholder'].includes(name)
    if (isKept || name.startsWith('aria-') || name.startsWith('data-')) kept[name] = value
  }
  if (props.openType) kept['data-open-type'] = props.openType
  return kept
}

const as = (tag: string) =>
  function StandIn(props: Props) {
    return createElement(tag, attributesOf(props), props.children)
  }

const field = (tag: 'input' | 'textarea') =>
  function Field(props: Props) {
    const { onInput, onBlur, onConfirm, value = '', disabled, maxlength } = props
    return createElement(tag, {
      ...attributesOf(props),
      value,
      disabled,
      maxLength: maxlength && maxlength > 0 ? maxlength : undefined,
      onChange: (event: { target: { value: string } }) =>
        onInput?.({ detail: { value: event.target.value } }),
      onFocus: () => props.onFocus?.(),
      onBlur: (event: { target: { value: string } }) =>
        onBlur?.({ detail: { value: event.target.value } }),
      onKeyDown: (event: { key: string }) => {
        if (event.key === 'Enter') onConfirm?.({ detail: { value } })
      },
    })
  }

export const View = as('div')
export const Text = as('span')
export const Button = as('button')
export const ScrollView = as('div')
export const Swiper = as('div')
export const SwiperItem = as('div')
export const Canvas = as('canvas')
export const RichText = as('div')
export const Form = as('form')
export const Label = as('label')
export const Picker = as('div')
export const Video = as('div')
export const PickerView = as('div')
export const PickerViewColumn = as('div')
export const CustomWrapper = as('div')
export const Block = as('div')
export const RootPortal = as('div')
export const PageContainer = as('div')
export const Navigator = as('a')
export const Input = field('input')
export const Textarea = field('textarea')

export function Image(props: Props) {
  return createElement('img', { ...attributesOf(props), src: props.src, onError: props.onError })
}
