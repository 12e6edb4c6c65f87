/** Starts a host: compiles the app, serves it to a phone in Chromium, opens it, and speaks the automator's protocol. */
import { answerCommand } from './automator/answer-command'
import { compileApp } from './compile/compile-app'
import type { Host, HostOptions } from './host'
import { launchBrowser } from './launch-browser'
import { RunningHost } from './running-host'
import { bundleBrowserCode } from './serve/bundle-browser-code'

/** @throws BrokenApp, PortTaken, NoChromium */
export async function startHost(options: HostOptions): Promise<Host> {
  const begun = performance.now()
  // Always said in this order, whichever of those that run beside each other is done first.
  const timings = { compile: 0, bundle: 0, browser: 0 }
  const timed = async <T>(name: keyof typeof timings, work: Promise<T>): Promise<T> => {
    const result = await work
    timings[name] = Math.round(performance.now() - begun)
    return result
  }
  const { browser: shared, headed, allow } = options
  // The browser takes longest: it starts while the app is compiled.
  const browsing = timed(
    'browser',
    shared ? Promise.resolve(shared) : launchBrowser({ headed, allow }),
  )
  const building = Promise.all([
    timed('compile', compileApp(options.dist)),
    timed('bundle', bundleBrowserCode()),
  ])
  const [browsed, built] = await Promise.allSettled([browsing, building])
  if (built.status === 'rejected' && browsed.status === 'fulfilled' && !shared) {
    await browsed.value.close()
  }
  const [[app, code], browser] = [await building, await browsing]
  const endBrowser = async () => {
    if (!shared) await browser.close()
  }
  try {
    const running = await RunningHost.start(options, app, code, browser)
    running.onEnd = endBrowser
    return {
      wsEndpoint: `ws://127.0.0.1:${running.port}`,
      timings: { ...timings, ready: Math.round(performance.now() - begun), ...running.figures },
      findings: app.findings,
      problems: () => running.problems(),
      send: (method, params = {}) => answerCommand(running, method, params),
      page: running.phone.page,
      close: () => running.close(),
    }
  } catch (error) {
    await endBrowser()
    throw error
  }
}
