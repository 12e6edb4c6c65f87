/** One method of the protocol: answered by Node where it is the tool's or takes real input, else by the logic layer. */
import type { Command, CommandHost, Params } from './command'
import { HOST_COMMANDS } from './host-commands'
import { TOOL_COMMANDS } from './tool-commands'
import { TOUCH_COMMANDS } from './touch-commands'

const COMMANDS: Readonly<Record<string, Command>> = {
  ...TOOL_COMMANDS,
  ...TOUCH_COMMANDS,
  ...HOST_COMMANDS,
}

/** These may wait for a person, whose answer is a later command: what follows doesn't wait for them. */
const MAY_WAIT = new Set([
  'App.callWxMethod',
  'App.callFunction',
  'Page.callMethod',
  'Element.callMethod',
])

export function mayWait(method: string): boolean {
  return MAY_WAIT.has(method)
}

/** @throws Error whose message is the protocol's error */
export async function answerCommand(
  host: CommandHost,
  method: string,
  params: Params,
): Promise<unknown> {
  const command = Object.hasOwn(COMMANDS, method) ? COMMANDS[method] : undefined
  const result = command ? await command(host, params) : await host.phone.ask(method, params)
  return result ?? {}
}
