/** What a host is told at its start, and what it offers while it runs. */
import type { Browser, Page } from 'playwright-core'
import type { Finding } from './compile/finding'
import type { Choices } from './shared/choices'
import type { Launch } from './shared/host-calls'
import type { Problem } from './shared/problem'

export interface HostOptions {
  /** Folder of the built mini-program: app.json lies in it. */
  dist: string
  /** Of the automator's WebSocket; 0, the usual, is any free one. */
  port?: number
  /** Address of a local cloud; without one every wx.cloud call fails. Two hosts may share one. */
  cloud?: string
  /** Who holds the phone. */
  openid?: string
  /** How the app is opened: its first page, scene 1001, unless told. */
  launch?: Partial<Launch>
  /** CSS pixels: 375 × 812 unless told. */
  width?: number
  height?: number
  theme?: 'light' | 'dark'
  /** WeChat's text size in CSS pixels, 16 unless the person made it larger. */
  fontSize?: number
  /** The phone's setting against motion: what the app's styles move then stands still. */
  reducedMotion?: boolean
  headed?: boolean
  /** Hosts beyond this machine that the app may reach; `*` is all. */
  allow?: readonly string[]
  choices?: Partial<Choices>
  /** `direct` dispatches taps on elements, as DevTools does, whatever covers them. */
  taps?: 'real' | 'direct'
  /** What the phone had stored before: keys to JSON texts. */
  storage?: Record<string, string>
  /** A browser to share (`launchBrowser`); the host then leaves it running. */
  browser?: Browser
  onProblem?: (problem: Problem) => void
}

export interface Host {
  readonly wsEndpoint: string
  /** Milliseconds since the start when compile, bundle, browser, ready were done; and the logic layer's figures. */
  readonly timings: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
  problems(): Problem[]
  /** The protocol without a socket. @throws Error with the words a client would get */
  send(method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>
  readonly page: Page
  close(): Promise<void>
}
