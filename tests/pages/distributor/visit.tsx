// Opens a distributor's page on a phone of one of the two shops.
import type { ReactElement } from 'react'
import type { Platform } from '@/api/platform'
import { forgetTerms } from '@/features/distributor/terms'
import { forgetShares } from '@/features/share/shares'
import { useHiddenAmounts } from '@/features/wallet/hidden-amounts'
import { useSession } from '@/state/session'
import { fakeCloud } from '../support/fake-cloud'
import type { Answers, FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import type { Screen } from '../support/render'
import { noForm, nothingToSign } from './recruit.data'
import type { DistributorFixture } from './shops.data'

let cloud: FakeCloud | null = null

function answersOf(shop: DistributorFixture): Answers {
  return {
    'mall.openSession': shop.session,
    'mall.getProduct': shop.product,
    'distributor.getApplication': shop.application,
    'distributor.getRecruitment': noForm,
    'distributor.getAgreement': nothingToSign,
    'distributor.getWelcome': { tasks: [] },
    'distributor.getCentre': shop.centre,
    'distributor.createShare': shop.share,
    'distributor.listCommissions': shop.commissions,
    'distributor.getCommission': shop.explained,
    'distributor.getWallet': shop.wallet,
    'distributor.quoteWithdrawal': shop.quote,
    'distributor.listWithdrawals': shop.withdrawals,
  }
}

interface Visit extends Screen {
  cloud: FakeCloud
}

interface How {
  answers?: Answers
  phone?: Partial<Platform>
  params?: Record<string, string>
  session?: DistributorFixture['session']
  /** The server's, where the phone's is wrong. */
  clock?: () => number
}

/** Draws the page and waits until its first answers are in. */
export async function visit(
  page: ReactElement,
  shop: DistributorFixture,
  { answers = {}, phone = {}, params = {}, session = shop.session, clock }: How = {},
): Promise<Visit> {
  cloud = fakeCloud({ ...answersOf(shop), 'mall.openSession': session, ...answers }, phone, clock)
  forgetShares()
  forgetTerms()
  useHiddenAmounts.setState({ isHidden: false })
  useSession.setState({ session, error: null })
  const screen = await render(page, { params })
  await screen.settle()
  return { ...screen, cloud }
}

export async function goHome(): Promise<void> {
  await leave()
  cloud?.restore()
  cloud = null
}

/** The same person before they were a distributor. */
export function shopperOf(shop: DistributorFixture): DistributorFixture['session'] {
  return { ...shop.session, roles: ['shopper'], distributor: null }
}
