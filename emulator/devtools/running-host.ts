/** A host at work: the phone, the files it loads from and the automator's socket, and what is kept between starts. */
import type { Browser } from 'playwright-core'
import { checkScene } from './automator/check-scene'
import type { CommandHost, PhoneSettings } from './automator/command'
import { openPhone, type Phone } from './automator/phone'
import { serveAutomator, type AutomatorServer } from './automator/serve-automator'
import type { CompiledApp } from './compile/compile-app'
import { describeFinding } from './compile/finding'
import type { HostOptions } from './host'
import { answerHostCall } from './serve/answer-host-calls'
import type { BrowserCode } from './serve/bundle-browser-code'
import { serveFiles, type FileServer } from './serve/serve-files'
import { USUAL_CHOICES, type Choices } from './shared/choices'
import type { Launch } from './shared/host-calls'
import type { Problem } from './shared/problem'

/** Somebody, when nobody is named. */
const SOMEBODY = 'o-somebody'
/** WeChat's scene for an app opened from its list. */
const SCENE_FROM_LIST = 1001
const USUAL_FONT_SIZE = 16

export class RunningHost implements CommandHost {
  readonly taps: 'real' | 'direct'
  /** Of the last start. */
  figures: Readonly<Record<string, number>> = {}
  /** What else ends with the host. */
  onEnd: () => Promise<void> = async () => {}
  private socket: AutomatorServer | null = null
  private starts = 0
  private storage: Record<string, string>
  private choices: Choices
  private readonly settings: PhoneSettings
  private readonly found: Problem[] = []
  private closing: Promise<void> | null = null

  private constructor(
    private readonly options: HostOptions,
    private readonly app: CompiledApp,
    private readonly files: FileServer,
    readonly phone: Phone,
  ) {
    this.taps = options.taps ?? 'real'
    this.storage = { ...options.storage }
    this.choices = { ...USUAL_CHOICES, ...options.choices }
    const { theme = 'light', fontSize = USUAL_FONT_SIZE } = options
    this.settings = { theme, fontSize }
  }

  /** Opens the app. @throws PortTaken, and Error when the app's first page never comes */
  static async start(
    options: HostOptions,
    app: CompiledApp,
    code: BrowserCode,
    browser: Browser,
  ): Promise<RunningHost> {
    const files = await serveFiles(app, code)
    let running: RunningHost | null = null
    try {
      const phone = await openPhone({
        browser,
        base: files.base,
        width: options.width ?? 375,
        height: options.height ?? 812,
        theme: options.theme ?? 'light',
        reducedMotion: options.reducedMotion ?? false,
        onCall: (kind, ask) =>
          running?.answer(kind, ask) ?? Promise.resolve({ failure: 'starting' }),
        onEmit: (method, params) => running?.emit(method, params),
        onScriptError: (error) => running?.tell(problemOf(error)),
      })
      running = new RunningHost(options, app, files, phone)
      running.tellFindings()
      running.socket = await serveAutomator(running, options.port ?? 0)
      await running.open(options.launch ?? {})
      return running
    } catch (error) {
      await (running?.close() ?? files.close())
      throw error
    }
  }

  /** Of the automator's socket. */
  get port(): number {
    return this.socket?.port ?? 0
  }

  problems(): Problem[] {
    return [...this.found]
  }

  async choose(choices: Partial<Choices>): Promise<void> {
    this.choices = { ...this.choices, ...choices }
    await this.phone.ask('Host.choose', choices)
  }

  async launch(launch: Partial<Launch>, cold: boolean): Promise<void> {
    const full = this.fullLaunch(launch)
    if (cold) await this.open(launch)
    // Without a path a warm start may show the app as it was left: the logic layer knows.
    else await this.phone.ask('Host.launch', launch.path === undefined ? launch : full)
  }

  keepSettings(settings: Partial<PhoneSettings>): void {
    Object.assign(this.settings, settings)
  }

  close(): Promise<void> {
    this.closing ??= this.end()
    return this.closing
  }

  private async end(): Promise<void> {
    await this.socket?.close()
    await this.phone.close().catch(() => {})
    await this.files.close()
    await this.onEnd()
  }

  private async open(launch: Partial<Launch>): Promise<void> {
    this.starts += 1
    this.figures = await this.phone.boot({
      openid: this.options.openid ?? SOMEBODY,
      launch: this.fullLaunch(launch),
      storage: this.storage,
      choices: this.choices,
      ...this.settings,
      start: this.starts,
    })
  }

  private fullLaunch(given: Partial<Launch>): Launch {
    const path = (given.path ?? this.app.manifest.pages[0] ?? '').replace(/^\//, '')
    const [page = '', search = ''] = path.split('?')
    const inPath = search === '' ? [] : search.split('&').map((pair) => splitPair(pair))
    const query = { ...Object.fromEntries(inPath), ...given.query }
    const launch = { scene: SCENE_FROM_LIST, ...given, path: page, query }
    checkScene(launch)
    return launch
  }

  private answer(kind: string, ask: unknown): Promise<unknown> {
    const context = {
      base: this.options.cloud?.replace(/\/$/, '') ?? null,
      openid: this.options.openid ?? SOMEBODY,
      allow: this.options.allow ?? [],
      keepStorage: (storage: Record<string, string>) => {
        this.storage = storage
      },
      screenshot: () => this.phone.screenshot(),
    }
    return answerHostCall(context, kind, ask)
  }

  private emit(method: string, params: unknown): void {
    if (method === 'Host.problem') this.tell(params as Problem)
    else this.socket?.emit(method, params)
  }

  private tell(problem: Problem): void {
    this.found.push(problem)
    this.options.onProblem?.(problem)
  }

  private tellFindings(): void {
    for (const finding of this.app.findings) {
      const kind = finding.severity === 'error' ? 'platform' : 'warning'
      this.tell({ kind, message: describeFinding(finding) })
    }
  }
}

/** WeChat hands a query over as it was written: not decoded. */
function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
}

function problemOf(error: Error): Problem {
  return { kind: 'exception', message: error.message, stack: error.stack }
}
