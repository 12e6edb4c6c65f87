/** glass-easel set up for one page: a code space, the DOM it draws to, and the built-in components' tags. */
import {
  CurrentWindowBackendContext,
  addGlobalErrorListener,
  addGlobalWarningListener,
  globalOptions,
  type domlikeBackend,
} from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { isBuiltin, type ModelListener } from '../components/element'
import { treeNodeOf } from '../events/dispatch-event'
import { mountedOwner, tellOnce } from '../page-context'
import { convertRpx } from '../style/convert-rpx'

type Backed = domlikeBackend.Element

/** The host element of a custom component: rpx and the author's id reach the DOM as on built-in ones. */
function makeHost(element: HTMLElement): HTMLElement {
  const setAttribute = element.setAttribute.bind(element)
  return Object.defineProperties(element, {
    setAttribute: {
      value: (name: string, value: string) =>
        setAttribute(name, name === 'style' ? convertRpx(value) : value),
    },
    id: {
      get: () => element.getAttribute('id') ?? '',
      set: (value: string) => setAttribute('id', treeNodeOf(element)?.id ?? value),
    },
  })
}

/** What glass-easel warns of and WeChat takes without a word. */
const ALLOWED = /^Use number as for-list/

class FrameBackend extends CurrentWindowBackendContext {
  /** Tags the page's components may stand under. */
  readonly known = new Set<string>(['wx-page', 'slot'])

  constructor() {
    super()
    const make = (tag: string) => {
      const element = document.createElement(tag)
      if (isBuiltin(element)) return element
      if (!this.known.has(tag)) {
        tellOnce('platform', `<${tag}> is neither a built-in component nor in usingComponents`)
      }
      return makeHost(element)
    }
    this.document = {
      createElement: (tag) => make(tag) as unknown as Backed,
      createTextNode: (text) => document.createTextNode(text) as unknown as Backed,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as Backed,
    }
  }

  /** Fingers are read by the host itself. */
  override onEvent(): void {}
  override setListenerStats(): void {}

  override setModelBindingStat(element: Backed, name: string, listener: ModelListener): void {
    const host = element as unknown
    if (isBuiltin(host)) host.models[name] = listener
  }
}

export interface Space {
  readonly code: ReturnType<MiniProgramEnv['createCodeSpace']>
  readonly backend: ReturnType<MiniProgramEnv['associateBackend']>
  readonly knownTags: Set<string>
}

export function openSpace(tags: readonly string[]): Space {
  globalOptions.throwGlobalError = false
  globalOptions.writeIdToDOM = true
  addGlobalErrorListener((error) => {
    mountedOwner()?.report(error)
    return false
  })
  addGlobalWarningListener((message) => {
    if (!ALLOWED.test(message)) tellOnce('warning', message)
    return false
  })
  const env = new MiniProgramEnv()
  const frame = new FrameBackend()
  const backend = env.associateBackend(frame)
  const code = env.createCodeSpace('', true)
  for (const tag of tags) code.getComponentSpace().setGlobalUsingComponent(tag, `wx-${tag}`)
  return { code, backend, knownTags: frame.known }
}
