/** Everything the browser's side asks of Node, by kind. */
import type { HostAnswer, HostAsk, HostCallKind } from '../shared/host-calls'
import {
  callDatabase,
  callFunction,
  callWechat,
  deleteFiles,
  findFileUrls,
  storeFile,
  type CloudCaller,
} from './call-cloud'
import { fetchAllowed } from './fetch-allowed'

/** What the calls need of the host. */
export interface CallContext extends CloudCaller {
  /** Hosts beyond this machine that wx.request may reach. */
  allow: readonly string[]
  keepStorage(storage: Record<string, string>): void
  /** A picture of the phone as base64 PNG. */
  screenshot(): Promise<string>
}

type Answerers = {
  [K in HostCallKind]: (
    context: CallContext,
    ask: HostAsk<K>,
  ) => Promise<HostAnswer<K>> | HostAnswer<K>
}

const ANSWERERS: Answerers = {
  function: callFunction,
  database: callDatabase,
  wechat: callWechat,
  http: ({ allow }, ask) => fetchAllowed(allow, ask),
  upload: storeFile,
  fileUrls: findFileUrls,
  deleteFiles,
  saveStorage(context, { storage }) {
    context.keepStorage(storage)
    return {}
  },
  screenshot: async (context) => ({ data: await context.screenshot() }),
}

/** Never throws: a failure is told in words. */
export async function answerHostCall(
  context: CallContext,
  kind: string,
  ask: unknown,
): Promise<{ answer?: unknown; failure?: string }> {
  if (!Object.hasOwn(ANSWERERS, kind)) return { failure: `the host knows no call "${kind}"` }
  const answerer = ANSWERERS[kind as HostCallKind] as (c: CallContext, a: unknown) => unknown
  try {
    return { answer: await answerer(context, ask) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}
