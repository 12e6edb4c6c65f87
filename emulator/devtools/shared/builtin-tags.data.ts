/** WXML's own tags. In the frame `<view>` is the element wx-view, and WXSS's `view` means it. */
export const BUILTIN_TAGS: readonly string[] = (
  'view text button input textarea image scroll-view swiper swiper-item switch checkbox checkbox-group radio ' +
  'radio-group label form picker picker-view picker-view-column slider progress icon rich-text canvas navigator ' +
  'cover-view cover-image map video camera web-view movable-area movable-view page page-meta navigation-bar ' +
  'page-container root-portal match-media share-element editor live-player live-pusher ad ad-custom open-data ' +
  'official-account audio sticky-section sticky-header grid-view list-view snapshot span keyboard-accessory ' +
  'functional-page-navigator voip-room channel-video channel-live block slot'
).split(' ')
