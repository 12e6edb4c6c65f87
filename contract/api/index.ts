// Every action there is: server handlers, the client's call() and docs/api.md derive from this.
import type { Action, ActionFunction, InputOf, OutputOf } from '../action'
import { books } from './books'
import { campaigns } from './campaign'
import { dispute } from './dispute'
import { distributor } from './distributor'
import { incentive } from './incentive'
import { mall } from './mall'
import { materials } from './material'
import { desk } from './desk'
import { goods } from './goods'
import { owner } from './owner'
import { payouts } from './payouts'
import { person } from './person'
import { plan } from './plan'
import { promotion } from './promotion'
import { ranks } from './rank'
import { realName } from './real-name'
import { recruitment } from './recruitment'
import { share } from './share'
import { binding } from './binding'
import { shopSettings } from './shop-settings'
import { signing } from './signing'
import { simulation } from './simulation'
import { tax } from './tax'
import { team } from './team'
import { tiers } from './tier'
import { staff } from './staff'
import { statements } from './statement'
import { trade } from './trade'

export const actions = {
  ...mall,
  ...trade,
  ...distributor,
  ...owner,
  ...shopSettings,
  ...binding,
  ...goods,
  ...campaigns,
  ...materials,
  ...desk,
  ...plan,
  ...simulation,
  ...payouts,
  ...person,
  ...staff,
  ...realName,
  ...tax,
  ...books,
  ...statements,
  ...incentive,
  ...share,
  ...dispute,
  ...tiers,
  ...ranks,
  ...recruitment,
  ...signing,
  ...promotion,
  ...team,
} as const

type Actions = typeof actions
export type ActionName = keyof Actions
/** `{ 'mall.getProduct': { input, output } … }`: what client and handlers infer from. Input as a caller writes it. */
export type Api = {
  [Name in ActionName]: {
    input: Actions[Name] extends Action<infer I, infer _O> ? I['_zod']['input'] : never
    parsed: InputOf<Actions[Name]>
    output: OutputOf<Actions[Name]>
  }
}
export type ActionsOf<F extends ActionFunction> = Extract<ActionName, `${F}.${string}`>

/** The declaration behind a name, or undefined for a name that isn't declared. */
export function actionNamed(name: string): Action | undefined {
  return Object.hasOwn(actions, name) ? actions[name as ActionName] : undefined
}
