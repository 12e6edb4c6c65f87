/** Tool.*: the tool itself. What only WeChat DevTools can do is refused in words, never left unanswered. */
import type { Command } from './command'

/** The base library whose behaviour the host follows. */
export const SDK_VERSION = '3.8.12'

const refuse =
  (what: string): Command =>
  () => {
    throw new Error(`${what}: this is a simulated host, not WeChat DevTools`)
  }

export const TOOL_COMMANDS: Readonly<Record<string, Command>> = {
  'Tool.getInfo': () => ({ SDKVersion: SDK_VERSION, version: 'simulated-host' }),
  'Tool.close': (host) => {
    // Later, so that the answer is out before.
    setTimeout(() => void host.close(), 50)
    return {}
  },
  'Tool.getTestAccounts': () => ({ accounts: [] }),
  'Tool.getTicket': () => ({ ticket: '', expiredTime: 0 }),
  'Tool.setTicket': () => ({}),
  'Tool.refreshTicket': () => ({}),
  'Tool.enableRemoteDebug': refuse('there is no remote debugging'),
  'Tool.stopAudits': refuse('there are no audits'),
  'App.captureScreenshot': async ({ phone }) => ({ data: await phone.screenshot() }),
}
