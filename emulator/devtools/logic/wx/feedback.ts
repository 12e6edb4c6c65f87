/** wx.showToast, showLoading, showModal, showActionSheet: what WeChat draws over a page. */
import { wxCalls, WxFailure, type WxHost } from './define'
import { takeParameters } from './take-parameters'

/** Beyond these WeChat cuts the text off without a word. */
const MAX_TOAST_WITH_ICON = 7
const MAX_BUTTON = 4
const MAX_ITEMS = 6
/** An action that takes a while shows its sheet until it is hidden. */
const FOR_EVER_MS = 2 ** 31 - 1

type Icon = 'success' | 'error' | 'loading' | 'none'
const ICONS: readonly Icon[] = ['success', 'error', 'loading', 'none']

function showToast(host: WxHost, options: object): void {
  const taken = takeParameters(options, {
    title: 'String',
    icon: 'String?',
    image: 'String?',
    duration: 'Number?',
    mask: 'Boolean?',
  })
  const icon = (taken.icon ?? 'success') as Icon
  if (!ICONS.includes(icon)) {
    throw new WxFailure(
      `parameter error: parameter.icon should be one of ${ICONS.join(', ')} instead of ${icon};`,
    )
  }
  if (icon !== 'none' && taken.title.length > MAX_TOAST_WITH_ICON) {
    host.tell(
      'warning',
      `wx.showToast: with an icon at most ${MAX_TOAST_WITH_ICON} characters are shown: ${taken.title}`,
    )
  }
  host.shell.showToast({
    title: taken.title,
    icon,
    ...(taken.image === undefined ? {} : { image: taken.image }),
    durationMs: taken.duration ?? 1500,
    mask: taken.mask ?? false,
  })
}

async function showModal(host: WxHost, options: object): Promise<object> {
  const taken = takeParameters(options, {
    title: 'String?',
    content: 'String?',
    showCancel: 'Boolean?',
    cancelText: 'String?',
    cancelColor: 'String?',
    confirmText: 'String?',
    confirmColor: 'String?',
    editable: 'Boolean?',
    placeholderText: 'String?',
  })
  const { confirmText = '确定', cancelText = '取消', editable = false } = taken
  for (const [name, text] of Object.entries({ confirmText, cancelText })) {
    if (text.length > MAX_BUTTON) {
      throw new WxFailure(`${name} length should not larger than ${MAX_BUTTON} Chinese characters`)
    }
  }
  const content = taken.content ?? ''
  const answer = await host.shell.ask({
    kind: 'modal',
    title: taken.title ?? '',
    ...(editable
      ? { editable: { placeholder: taken.placeholderText ?? '', value: content } }
      : { content }),
    confirmText,
    cancelText: taken.showCancel === false ? null : cancelText,
    confirmColor: taken.confirmColor ?? '#576B95',
    ...(taken.cancelColor === undefined ? {} : { cancelColor: taken.cancelColor }),
  })
  const isConfirmed = answer.verdict === 'confirm'
  const text = answer.verdict === 'confirm' ? (answer.text ?? '') : ''
  return {
    confirm: isConfirmed,
    cancel: !isConfirmed,
    content: editable && isConfirmed ? text : null,
  }
}

async function showActionSheet(host: WxHost, options: object): Promise<object> {
  const { itemList, itemColor, alertText } = takeParameters(options, {
    itemList: 'Array',
    itemColor: 'String?',
    alertText: 'String?',
  })
  if (itemList.length === 0) {
    throw new WxFailure('parameter error: parameter.itemList should have at least 1 item;')
  }
  if (itemList.length > MAX_ITEMS) {
    throw new WxFailure(`parameter error: itemList should not be large than ${MAX_ITEMS}`)
  }
  const items = itemList.map((item, index) => {
    if (typeof item === 'string') return item
    throw new WxFailure(`parameter error: parameter.itemList[${index}] should be String;`)
  })
  const answer = await host.shell.ask({
    kind: 'action-sheet',
    title: alertText ?? '',
    items,
    ...(itemColor === undefined ? {} : { confirmColor: itemColor }),
    cancelText: '取消',
  })
  if (answer.verdict !== 'item') throw new WxFailure('cancel')
  return { tapIndex: answer.index }
}

export function feedback(host: WxHost): Record<string, unknown> {
  const showLoading = (options: object) => {
    const { title, mask } = takeParameters(options, { title: 'String', mask: 'Boolean?' })
    const durationMs = FOR_EVER_MS
    host.shell.showToast({ title, icon: 'loading', durationMs, mask: mask ?? false })
  }
  return wxCalls({
    showToast: (options) => showToast(host, options),
    hideToast: () => host.shell.hideToast(),
    showLoading,
    hideLoading: () => host.shell.hideToast(),
    showModal: (options) => showModal(host, options),
    showActionSheet: (options) => showActionSheet(host, options),
  })
}
