/** Makes pages: a frame (one is kept ready), the script's definition, an id that is never used again. */
import type { Shell } from '../shell/shell'
import type { EventChannel } from './open-channel'
import type { Definitions } from './register-definitions'
import type { Loader } from './load-module'
import { mixDefinition } from './mix-definition'
import { OpenPage, type PageParts } from './open-page'

/** Page ids of one start of the app: the next start's begin above. */
const IDS_A_START = 100_000

export interface PageMaker {
  make(
    route: string,
    query: Record<string, string>,
    channel: EventChannel | null,
  ): Promise<OpenPage>
  /** A frame's document is there: called by the frame itself. */
  frameReady: (frame: Window) => void
  /** Loads a frame ahead, for the next page. */
  keepFrameReady: () => void
  /** Drops the frame kept ready: its size or theme is no longer right. */
  dropReadyFrame: () => void
}

export function makePages(
  parts: PageParts & { shell: Shell; loader: Loader; definitions: Definitions; start: number },
): PageMaker {
  const ready = new Set<Window>()
  const waiting = new Map<Window, () => void>()
  let made = 0
  let spare: Promise<HTMLIFrameElement> | null = null

  const newFrame = async (): Promise<HTMLIFrameElement> => {
    const frame = await parts.shell.newFrame()
    const inside = frame.contentWindow
    if (!inside) throw new Error('a page frame has no window')
    if (!ready.has(inside) && !('__pageView' in inside))
      await new Promise<void>((resolve) => waiting.set(inside, resolve))
    return frame
  }

  const definitionOf = (route: string) => {
    parts.loader.load(`${route}.js`)
    const page = parts.definitions.pages.get(route)
    const component = parts.definitions.components.get(route)
    if (page) return mixDefinition(page, false)
    if (component) return mixDefinition(component, true)
    throw new Error(
      `Page "${route}" has not been registered: its script calls neither Page() nor Component()`,
    )
  }

  return {
    async make(route, query, channel) {
      const definition = definitionOf(route)
      const frame = await (spare ?? newFrame())
      spare = null
      made += 1
      const pageId = parts.start * IDS_A_START + made
      return new OpenPage(parts, { pageId, route, query, frame, definition, channel })
    },
    frameReady(frame) {
      ready.add(frame)
      waiting.get(frame)?.()
      waiting.delete(frame)
    },
    keepFrameReady() {
      spare ??= newFrame()
    },
    dropReadyFrame() {
      void spare?.then((frame) => frame.remove())
      spare = null
    },
  }
}
