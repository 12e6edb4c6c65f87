/**
 * A simulated host for built mini-programs: runs them in headless Chromium and speaks miniprogram-automator's protocol.
 *
 * ```ts
 * const host = await startHost({ dist: 'dist/weapp', cloud: 'http://127.0.0.1:8787', openid: 'o-mei' })
 * const miniProgram = await automator.connect({ wsEndpoint: host.wsEndpoint })
 * await host.close()
 * ```
 */
export { startHost } from './start-host'
export { findChromium, launchBrowser, NoChromium } from './launch-browser'
export { BrokenApp } from './compile/broken-app'
export { compileApp } from './compile/compile-app'
export { PortTaken } from './automator/serve-automator'
export type { Host, HostOptions } from './host'
export type { Finding } from './compile/finding'
export type { Choices } from './shared/choices'
export type { Launch } from './shared/host-calls'
export type { Problem } from './shared/problem'
