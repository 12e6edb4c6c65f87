/** What the Taro build gives to the mini-program's sources without an import. */
/// <reference types="@tarojs/taro" />

declare module '*.png' {
  const source: string
  export default source
}
declare module '*.svg' {
  const source: string
  export default source
}
declare module '*.scss'
declare module '*.css'

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV?: 'weapp' | 'h5'
  }
}

/** CloudBase environment chosen at build time; empty means the one DevTools has selected. */
declare const FENYOU_CLOUD_ENV: string

interface Window {
  /** Set by the preview server in index.html: whose phone this is. */
  __FENYOU_PERSON__?: { openid: string; nickName?: string }
}
