/** Everything that runs in the logic layer, as the automator's handlers see it. */
import type { Boot, NodeBridge } from '../shared/host-calls'
import type { Manifest } from '../shared/manifest'
import type { Shell } from '../shell/shell'
import type { App } from './app'
import type { Loader } from './load-module'
import type { PageMaker } from './make-pages'
import type { Problems } from './report-problems'
import type { Router } from './router'
import type { Sandbox } from './sandbox'
import type { AppStart } from './start-app'
import type { AppEvents } from './tell-events'
import type { WxHost } from './wx/define'

export interface RunningApp {
  readonly manifest: Manifest
  readonly boot: Boot
  readonly host: WxHost
  readonly shell: Shell
  readonly app: App
  readonly router: Router
  readonly start: AppStart
  readonly events: AppEvents
  readonly problems: Problems
  readonly loader: Loader
  readonly sandbox: Sandbox
  readonly pages: PageMaker
  readonly wx: Record<string, unknown>
  readonly emit: NodeBridge['__hostEmit']
  /** The shell shows the top page and its bars anew. */
  show: () => void
}
