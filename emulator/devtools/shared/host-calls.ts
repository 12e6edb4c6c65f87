/**
 * What the mini-program's side in the browser asks of the Node side: one call a kind, JSON both ways.
 * A failure is an error whose message is the tail of an errMsg (`timeout`, `-504003 …`).
 */
import type { Choices } from './choices'

/** An HTTP answer; `base64` holds the body whatever its type. */
export interface HttpAnswer {
  status: number
  headers: Record<string, string>
  base64: string
}

export interface HostCalls {
  /** A cloud function as the person calls it. */
  function: (ask: { name: string; data: unknown }) => { result: unknown; requestId: string }
  /** The client's own database call: the body of POST /client/database. */
  database: (ask: { body: Record<string, unknown> }) => Record<string, unknown>
  /** The phone's half of WeChat: a route below /wechat/ of the local cloud. */
  wechat: (ask: { route: string; body: Record<string, unknown> }) => Record<string, unknown>
  /** wx.request, wx.downloadFile: nothing but this machine and `--allow`ed hosts can be reached. */
  http: (ask: {
    url: string
    method: string
    headers: Record<string, string>
    base64?: string
    timeoutMs: number
  }) => HttpAnswer
  /** wx.cloud.uploadFile. */
  upload: (ask: { cloudPath: string; base64: string }) => { fileId: string }
  /** Addresses of cloud files the browser can load. */
  fileUrls: (ask: { fileIds: string[] }) => { urls: Record<string, string | null> }
  /** wx.cloud.deleteFile: which of them were there. */
  deleteFiles: (ask: { fileIds: string[] }) => { deleted: Record<string, boolean> }
  /** The person's storage, kept across cold starts of this host. */
  saveStorage: (ask: { storage: Record<string, string> }) => Record<string, never>
  /** A picture of the whole phone as base64 PNG. */
  screenshot: (ask: Record<string, never>) => { data: string }
}

export type HostCallKind = keyof HostCalls
export type HostAsk<K extends HostCallKind> = Parameters<HostCalls[K]>[0]
export type HostAnswer<K extends HostCallKind> = ReturnType<HostCalls[K]>

/** How the app is opened, as wx.getEnterOptionsSync tells it: `scene` 1001 and the first page unless told. */
export interface Launch {
  path: string
  query: Record<string, string>
  scene: number
  shareTicket?: string
  referrerInfo?: Record<string, unknown>
}

/** What the logic layer needs at boot. */
export interface Boot {
  openid: string
  launch: Launch
  storage: Record<string, string>
  choices: Choices
  theme: 'light' | 'dark'
  /** Points by which the phone's text is larger than usual: 16 is WeChat's default. */
  fontSize: number
  /** Which start of the app this is, from 1: page and element ids begin with it, so that none is used twice. */
  start: number
}

/** The browser's globals through which both sides reach each other. */
export interface NodeBridge {
  /** Answers `{ answer }` or `{ failure }`. */
  __hostCall: (kind: HostCallKind, ask: unknown) => Promise<{ answer?: unknown; failure?: string }>
  /** An event of the automator (App.logAdded, App.exceptionThrown …), or `Host.problem` with a Problem. */
  __hostEmit: (method: string, params: unknown) => Promise<void>
}
