/** Every built-in component under its tag. */
import { WxButton } from './button'
import {
  WxGridView,
  WxLabel,
  WxListView,
  WxMatchMedia,
  WxNavigator,
  WxRootPortal,
  WxShareElement,
  WxSnapshot,
  WxSpan,
  WxStickyHeader,
  WxStickySection,
  WxView,
} from './blocks'
import { WxCanvas } from './canvas'
import type { WxElement } from './element'
import { WxForm } from './form'
import { WxIcon } from './icon'
import { WxCoverImage, WxImage } from './image'
import { WxInput } from './input'
import { WxMovableArea, WxMovableView } from './movable'
import { WxNavigationBar, WxPageContainer, WxPageMeta } from './page-parts'
import { WxPicker } from './picker'
import { WxPickerView, WxPickerViewColumn } from './picker-view'
import { WxCamera, WxMap, WxVideo, WxWebView, standIn } from './placeholders'
import { WxProgress } from './progress'
import { WxRichText } from './rich-text'
import { WxScrollView } from './scroll-view'
import { WxSlider } from './slider'
import { WxSwiper, WxSwiperItem } from './swiper'
import { WxText } from './text'
import { WxTextarea } from './textarea'
import { WxCheckbox, WxCheckboxGroup, WxRadio, WxRadioGroup, WxSwitch } from './toggles'

type Definition = typeof WxElement

class WxCoverView extends WxView {
  static override css =
    'wx-cover-view { display: block; overflow: hidden; line-height: 1.2; white-space: nowrap; }'
}

const COMPONENTS: Readonly<Record<string, Definition>> = {
  view: WxView,
  text: WxText,
  button: WxButton,
  image: WxImage,
  icon: WxIcon,
  progress: WxProgress,
  'rich-text': WxRichText,
  input: WxInput,
  textarea: WxTextarea,
  checkbox: WxCheckbox,
  'checkbox-group': WxCheckboxGroup,
  radio: WxRadio,
  'radio-group': WxRadioGroup,
  switch: WxSwitch,
  slider: WxSlider,
  label: WxLabel,
  form: WxForm,
  picker: WxPicker,
  'picker-view': WxPickerView,
  'picker-view-column': WxPickerViewColumn,
  'scroll-view': WxScrollView,
  swiper: WxSwiper,
  'swiper-item': WxSwiperItem,
  'movable-area': WxMovableArea,
  'movable-view': WxMovableView,
  canvas: WxCanvas,
  navigator: WxNavigator,
  'cover-view': WxCoverView,
  'cover-image': WxCoverImage,
  'page-meta': WxPageMeta,
  'navigation-bar': WxNavigationBar,
  'page-container': WxPageContainer,
  'root-portal': WxRootPortal,
  'match-media': WxMatchMedia,
  'share-element': WxShareElement,
  'sticky-section': WxStickySection,
  'sticky-header': WxStickyHeader,
  'grid-view': WxGridView,
  'list-view': WxListView,
  snapshot: WxSnapshot,
  span: WxSpan,
  video: WxVideo,
  map: WxMap,
  camera: WxCamera,
  'web-view': WxWebView,
  'live-player': standIn('live-player', '300px', '225px'),
  'live-pusher': standIn('live-pusher', '300px', '225px'),
  'official-account': standIn('official-account', '100%', '84px'),
  'open-data': standIn('open-data', 'auto', '1.4em'),
  ad: standIn('ad'),
  'ad-custom': standIn('ad-custom'),
  editor: standIn('editor', '100%', '200px'),
  audio: standIn('audio', '300px', '65px'),
  'functional-page-navigator': standIn('functional-page-navigator'),
  'keyboard-accessory': WxView,
  'voip-room': standIn('voip-room', '300px', '225px'),
  'channel-live': standIn('channel-live', '300px', '300px'),
  'channel-video': standIn('channel-video', '300px', '300px'),
}

export const BUILTIN_TAGS: readonly string[] = Object.keys(COMPONENTS)

export const BUILTIN_CSS: string = [
  ...new Set(Object.values(COMPONENTS).map(({ css }) => css)),
].join('\n')

export function defineComponents(): void {
  for (const [tag, definition] of Object.entries(COMPONENTS)) {
    const isTaken = customElements.get(`wx-${tag}`) !== undefined
    // A class stands for one tag only.
    if (!isTaken) customElements.define(`wx-${tag}`, class extends definition {})
  }
}
