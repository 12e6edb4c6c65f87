/** How the app was opened, what it is, its updates and logs, and small things of the language. */
import { fromBase64, toBase64 } from './bytes'
import { wxCalls, WxFailure, type WxHost } from './define'
import { takeParameters } from './take-parameters'

const nothing = () => {}

/** An update manager that never finds anything new. */
const updates = () => ({
  onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) =>
    void setTimeout(() => listener({ hasUpdate: false })),
  onUpdateReady: nothing,
  onUpdateFailed: nothing,
  applyUpdate: nothing,
})

const logger = () => {
  const methods = ['debug', 'info', 'log', 'warn', 'error', 'setFilterMsg', 'addFilterMsg', 'in']
  const log: Record<string, unknown> = Object.fromEntries(methods.map((name) => [name, nothing]))
  log['tag'] = logger
  log['getCurrentState'] = () => ({ size: 0, maxSize: 5120, logCount: 0, maxLogCount: 1 })
  return log
}

function makePerformance(): object {
  return {
    now: () => performance.now(),
    getEntries: () => [],
    getEntriesByName: () => [],
    getEntriesByType: () => [],
    setBufferSize: nothing,
    createObserver: () => ({ observe: nothing, disconnect: nothing, supportedEntryTypes: [] }),
  }
}

async function makePhoneCall(host: WxHost, options: object): Promise<void> {
  const { phoneNumber } = takeParameters(options, { phoneNumber: 'String' })
  const answer = await host.shell.ask({
    kind: 'phone-call',
    title: '',
    items: [`呼叫 ${phoneNumber}`],
    cancelText: '取消',
  })
  if (answer.verdict === 'cancel') throw new WxFailure('cancel')
}

export function appLife(host: WxHost): Record<string, unknown> {
  const { appId } = host.manifest
  return {
    getAccountInfoSync: () => ({ miniProgram: { appId, envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: () => launchOf(host.launchOptions()),
    getEnterOptionsSync: () => launchOf(host.enterOptions()),
    getApiCategory: () => 'default',
    getExtConfigSync: () => ({}),
    getUpdateManager: updates,
    getLogManager: logger,
    getRealtimeLogManager: logger,
    getPerformance: makePerformance,
    reportEvent: nothing,
    reportAnalytics: nothing,
    reportMonitor: nothing,
    reportPerformance: nothing,
    getExptInfoSync: () => ({}),
    nextTick: (act: () => void) => void Promise.resolve().then(act),
    base64ToArrayBuffer: (text: string) => fromBase64(text).buffer,
    arrayBufferToBase64: (buffer: ArrayBuffer) => toBase64(new Uint8Array(buffer)),
    ...wxCalls({
      getExtConfig: () => ({ extConfig: {} }),
      makePhoneCall: (options) => makePhoneCall(host, options),
      preDownloadSubpackage: () => undefined,
      setEnableDebug: () => undefined,
      setInnerAudioOption: () => undefined,
      getRandomValues: (options) => {
        const { length } = takeParameters(options, { length: 'Number' })
        return { randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }
      },
    }),
  }
}

function launchOf(launch: ReturnType<WxHost['launchOptions']>): object {
  const { path, query, scene, shareTicket, referrerInfo } = launch
  return {
    path,
    query,
    scene,
    shareTicket,
    referrerInfo: referrerInfo ?? {},
    apiCategory: 'default',
    forwardMaterials: [],
  }
}
