/** The app object: what App() registered, and its lifecycles. */
import type { AppEvents } from './tell-events'
import type { Launch } from '../shared/host-calls'
import type { Problems } from './report-problems'
import type { Definition } from './register-definitions'

export interface App {
  register: (definition: Definition) => void
  /** `getApp()` for the app's code. */
  get: (options?: { allowDefault?: boolean }) => Definition | undefined
  /** Calls a lifecycle of the app; an error in it is reported. */
  call: (method: string, ...args: unknown[]) => unknown
  has: (method: string) => boolean
}

export function makeApp(problems: Problems, events: AppEvents): App {
  let instance: Definition | undefined
  const standIn: Definition = {}
  const app: App = {
    register(definition) {
      if (instance) problems.tell('warning', 'App() is called more than once')
      instance = Object.assign(definition ?? {}, standIn)
    },
    get: (options) => instance ?? (options?.allowDefault ? standIn : undefined),
    has: (method) => typeof instance?.[method] === 'function',
    call(method, ...args) {
      const own = instance?.[method]
      if (typeof own !== 'function') return undefined
      try {
        return (own as (...given: unknown[]) => unknown).apply(instance, args)
      } catch (error) {
        if (method === 'onError') return undefined
        problems.report(error)
        return undefined
      }
    },
  }
  problems.onReport = (text) => {
    app.call('onError', text)
    events.fire('Error', { message: text, stack: text })
  }
  problems.onRejection = (rejection) => {
    app.call('onUnhandledRejection', rejection)
    events.fire('UnhandledRejection', rejection)
  }
  return app
}

/** Launch options as the app's code gets them. */
export const optionsOf = (launch: Launch): Record<string, unknown> => ({
  path: launch.path,
  query: { ...launch.query },
  scene: launch.scene,
  shareTicket: launch.shareTicket ?? '',
  referrerInfo: launch.referrerInfo ?? {},
  apiCategory: 'default',
  mode: 'default',
})
