// 店铺设置: name, motto and withdrawal limits, read and saved by the owner; the audit trail keeps who set what.
import type { Api } from '@contract/api'
import type { Shop } from '@contract/model/shop'
import { refuse } from '../../domain/refuse'
import { guardLimits } from '../../domain/shop/guard-settings'
import type { Context } from '../../ports/world'
import { readShop } from './read-shop'

type Settings = Pick<Shop, 'name' | 'motto' | 'withdrawal'>

export async function getSettings(ctx: Context): Promise<Api['owner.getShopSettings']['output']> {
  const shop = await readShop(ctx)
  const { name, motto, withdrawal } = shop
  return { version: versionOf(shop), name, motto, withdrawal: { ...withdrawal } }
}

/**
 * Saving what already holds changes nothing, so a repeated request answers as the first. Withdrawals that were asked
 * for keep the approvals and the fee they were asked with. Refuses SHOP_NOT_OPEN, SHOP_SETTINGS_MOVED_ON,
 * SHOP_SETTINGS_INVALID `{ field }`.
 */
export function saveSettings(
  ctx: Context,
  { basedOn, ...settings }: Api['owner.saveShopSettings']['parsed'],
): Promise<Api['owner.saveShopSettings']['output']> {
  guardLimits(settings.withdrawal)
  return ctx.store.transaction(async (tx) => {
    const shop = await tx.get('settings', 'shop')
    if (!shop) throw refuse('SHOP_NOT_OPEN')
    const known = versionOf(shop)
    if (isSame(shop, settings)) return { version: known }
    if (known !== basedOn) throw refuse('SHOP_SETTINGS_MOVED_ON')
    const version = known + 1
    await tx.update('settings', 'shop', { set: { ...settings, settingsSaved: version } })
    return { version }
  })
}

const versionOf = ({ settingsSaved = 0 }: Shop) => settingsSaved

function isSame(a: Settings, b: Settings): boolean {
  const plain = ({ name, motto, withdrawal }: Settings) => {
    const { minFen, maxFen, dailyFen, dailyCount, fourEyesFen, feeFen } = withdrawal
    return JSON.stringify([name, motto, minFen, maxFen, dailyFen, dailyCount, fourEyesFen, feeFen])
  }
  return plain(a) === plain(b)
}
