// Two distributors, one invited by the other, and a shopper who came through a share.
import { idOf, suffixOf } from '@contract/ids'
import { memberIdOf } from '../cloudfunctions/kernel/ids'
import { openidOf, type Stage } from '../seed/stage'
import { shopShareOf } from '../seed/welcome-people'

/** Admits a distributor; answers with the code of their share of the shop. */
export async function welcomeDistributor(
  stage: Stage,
  key: string,
  inviter: string | null,
): Promise<string> {
  const shareCode = inviter ? await shopShareOf(stage, inviter) : undefined
  await stage.call(key, 'distributor.apply', { name: key, ...(shareCode ? { shareCode } : {}) })
  const distributorId = idOf('distributor', suffixOf(memberIdOf(openidOf(key))))
  await stage.call('owner', 'owner.decideApplication', { distributorId, isAdmitted: true })
  return shopShareOf(stage, key)
}

export async function welcomeShopper(stage: Stage, key: string, shareCode: string): Promise<void> {
  await stage.call(key, 'mall.openShare', { shareCode })
  await stage.call(key, 'mall.saveAddress', {
    name: '明',
    phone: '13800000000',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    detail: '龙井路 1 号',
    isDefault: true,
  })
}
