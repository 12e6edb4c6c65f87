// 钱包: balances, debts and movements, each by its ledger entry.
import { afterEach, describe, expect, it } from 'vitest'
import WalletPage from '@/pages/distributor/wallet'
import { never, offline, refuse } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { pottery, tea } from './shops.data'
import { goHome, visit } from './visit'

afterEach(goHome)

const movesOf = (screen: { all: (selector: string) => HTMLElement[] }) =>
  screen.all('.wallet-move').map((row) => row.textContent)

describe('钱包', () => {
  it('四个数各在各的位置', async () => {
    const screen = await visit(<WalletPage />, tea)
    expect(screen.text()).toContain('¥1,286.40')
    expect(screen.text()).toContain('待结算¥642.18')
    expect(screen.text()).toContain('提现中¥300.00')
    expect(screen.text()).toContain('已到账¥16,703.97')
    expect(screen.text()).not.toContain('欠款')
  })

  it('每笔流水写明从哪儿到哪儿', async () => {
    const screen = await visit(<WalletPage />, tea)
    expect(movesOf(screen)).toEqual([
      '新佣金09:12 · 待结算+¥77.97',
      '佣金结算00:05 · 待结算 −¥32.16 · 可提现 +¥32.16+¥32.16',
      '申请提现10:00 · 可提现 −¥300.00 · 提现中 +¥300.00−¥300.00',
    ])
  })

  it('欠款说清楚从哪来、怎么还；追回是可提现和欠款之和', async () => {
    const screen = await visit(<WalletPage />, pottery)
    expect(screen.text()).toContain('欠款 −¥12.50')
    expect(screen.text()).toContain('之后结算的佣金先抵这笔')
    expect(movesOf(screen)).toEqual([
      '退款追回11:11 · 可提现 −¥4.80 · 欠款 +¥12.50−¥17.30',
      '提现到账16:00 · 提现中−¥88.00',
    ])
    expect(screen.has('暂无可提现')).toBe(true)
  })

  it('还不认识的分录也照实写', async () => {
    const [row] = tea.wallet.movements.rows
    const strange = { ...row!, code: 'NOT_KNOWN_YET' }
    const screen = await visit(<WalletPage />, tea, {
      answers: {
        'distributor.getWallet': { ...tea.wallet, movements: { rows: [strange], next: null } },
      },
    })
    expect(movesOf(screen)).toEqual(['账户变动09:12 · 待结算+¥77.97'])
  })

  it('没有流水时余额照看', async () => {
    const screen = await visit(<WalletPage />, tea, {
      answers: { 'distributor.getWallet': { ...tea.wallet, movements: { rows: [], next: null } } },
    })
    expect(screen.text()).toContain('¥1,286.40')
    expect(screen.text()).toContain('还没有流水')
  })

  it('去提现，也去看提现记录', async () => {
    const screen = await visit(<WalletPage />, tea)
    await screen.tap('提现记录')
    expect(visits).toEqual(['navigateTo /pages/distributor/withdrawals/index'])
  })

  it('等着时不编数字；出错先说钱没有动；断网锁住提现', async () => {
    const loading = await visit(<WalletPage />, tea, {
      answers: { 'distributor.getWallet': never },
    })
    expect(loading.text()).not.toContain('¥')
    await goHome()
    const screen = await visit(<WalletPage />, tea, {
      answers: { 'distributor.getWallet': refuse('INTERNAL') },
    })
    expect(screen.text()).toContain('你的钱都在账上，没有变动。')
    screen.cloud.answer({ 'distributor.getWallet': tea.wallet })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('¥1,286.40')
    screen.cloud.answer({ 'distributor.getWallet': offline() })
    await screen.signal('show')
    expect(screen.has('联网后可提现')).toBe(true)
  })
})
