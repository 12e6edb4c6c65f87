// 店主在手机上找到一个人，看完他的每一部分，记一条备注，冻结再解冻，定一个等级：都是真的点、真的打字。
import { describe, expect, it } from 'vitest'
import type { Distributor, PersonNote } from '@contract/model/people'
import { holdShop } from './support/hold-shop'
import type { LaidOut } from './support/lay-out'
import { SHOPS } from './support/shops.data'
import type { WeappPhone } from './support/weapp-phone'

let shop: LaidOut
let boss: WeappPhone

holdShop(SHOPS[0], async (laidOut, phones) => {
  shop = laidOut
  boss = await phones.phone('boss')
})

const { sharer, inviter, applicant, product, shopper, figures } = SHOPS[0]
const standing = () => shop.world.cloud.database.get<Distributor>('distributors', shop.ids.sharerId)

describe('名单', () => {
  it('按状态、等级、名字找，按佣金排', async () => {
    await boss.open('/pages/owner/people/index')
    await boss.see(sharer, inviter, applicant)
    await boss.shot('people', { full: true })
    await boss.tap('佣金')
    await boss.seeNo(applicant)
    await boss.see(sharer, inviter)
    await boss.tap('更多条件')
    await boss.tap('银毫')
    await boss.shot('people-filter')
    await boss.tap('看结果')
    await boss.seeNo(`${inviter}新芽`)
    await boss.see(sharer, '筛选 1')
    await boss.type('按名字找，写一部分就行', '谁也不叫这个')
    await boss.tap('开始找')
    await boss.see('这里没有人')
    await boss.tap('看全部')
    await boss.see(sharer, inviter, applicant)
  })
})

describe('员工和负责人', () => {
  it('用「我的」上的编号加一位渠道经理', async () => {
    const zhou = shop.world.as('zhou')
    await zhou.call('mall.setNickname', { nickname: '周经理' })
    await boss.open('/pages/owner/staff/index')
    await boss.type('加一位同事', `我的编号 ${zhou.memberId}`)
    await boss.tap('找到他')
    await boss.tap('渠道经理')
    await boss.shot('staff-roles')
    await boss.tap('保存角色')
    await boss.see('角色改好了', '渠道经理 · 负责 0 人')
    await boss.shot('staff', { full: true })
  })

  it('选两个人一起移交，名单上就写着是谁', async () => {
    await boss.open('/pages/owner/people/index')
    await boss.tap('选几个人移交')
    await boss.tap(`选上 ${sharer}`)
    await boss.tap(`选上 ${inviter}`)
    await boss.shot('people-choosing', { full: true })
    await boss.tap('移交 2 人')
    await boss.tap('周经理 · 0 人')
    await boss.type('原因', '周经理管这一片')
    await boss.shot('hand-over')
    await boss.tap('移交给 周经理')
    await boss.see('2 个人移交好了', '周经理 负责')
    expect(standing()?.managerId).toBe(shop.world.as('zhou').memberId)
  })
})

describe('一个人的一页', () => {
  it('从看板的名单点进来，一部分一部分看完', async () => {
    await boss.open('/pages/owner/dashboard/index')
    await boss.see('卖得最好的商品', product)
    await boss.shot('dashboard', { full: true })
    await boss.open('/pages/owner/people/index')
    await boss.tap(`${sharer}，分销中，看他的一页`)
    await boss.see(`${inviter} 邀请来的`, figures.earned, '直接 1 人', '间接 1 人', '第一次提现')
    await boss.shot('person-profile', { full: true })
    await boss.tap('业绩')
    await boss.see('带来的销售', '得到的佣金', figures.earned)
    await boss.shot('person-trend', { full: true })
    await boss.tap('订单')
    await boss.see(shopper, product, figures.settledTotal)
    await boss.shot('person-orders')
    await boss.tap('佣金')
    await boss.see(`+${figures.settled}`, `+${figures.pending}`, '待结算')
    await boss.shot('person-commissions', { full: true })
    await boss.tap(product)
    await boss.see('为什么是这个数', '他作为一级（分享人）得到', '用哪条规则', '看这笔订单')
    await boss.shot('person-why')
    await boss.tap('关闭')
    await boss.seeNo('看这笔订单')
    await boss.tap('钱包')
    await boss.see(figures.available, '佣金结算', `−${figures.withdrawn}`)
    await boss.shot('person-wallet', { full: true })
    await boss.tap('等级')
    await boss.see('店主定为银毫', '开店时定级')
    await boss.shot('person-tier', { full: true })
  })

  it('记一条备注，空着不能记', async () => {
    await boss.tap('备注')
    await boss.see('还没有备注', '写了才能记下')
    await boss.type('写一条备注', '答应十二月给她两箱样茶')
    await boss.tap('记下')
    await boss.see('记下了', '答应十二月给她两箱样茶')
    await boss.shot('person-notes', { full: true })
    expect(shop.world.cloud.database.list<PersonNote>('person_notes')).toMatchObject([
      { distributorId: shop.ids.sharerId, text: '答应十二月给她两箱样茶' },
    ])
  })

  it('负责人和移交记录在一起，换成没有人也要写原因', async () => {
    await boss.tap('负责人')
    await boss.see('周经理', '没有人 → 周经理', '原因：周经理管这一片')
    await boss.tap(`移交 ${sharer}`)
    await boss.tap('没有负责人')
    await boss.type('原因', '周经理休假')
    await boss.tap('不再有负责人')
    await boss.see('周经理 → 没有人', '原因：周经理休假')
    await boss.shot('person-manager', { full: true })
    expect(standing()?.managerId).toBeNull()
  })

  it('冻结要写原因，冻结了就写着；再解冻', async () => {
    await boss.tap('概况')
    await boss.tap(`冻结 ${sharer}`)
    await boss.type('原因', '核实一笔订单')
    await boss.shot('person-freeze')
    await boss.tap('冻结')
    await boss.see('已冻结')
    await expect.poll(() => standing()?.status).toBe('frozen')
    await boss.tap(`解冻 ${sharer}`)
    await boss.type('原因', '核实过了')
    await boss.tap('解冻')
    await boss.see('分销中')
    await expect.poll(() => standing()?.status).toBe('active')
  })

  it('定一个等级，保留 30 天，写在他的等级里', async () => {
    await boss.tap('等级')
    await boss.tap(`给 ${sharer} 定等级`)
    await boss.tap('金毫')
    await boss.tap('保留 30 天')
    await boss.type('原因', '新店试用')
    await boss.tap('改成金毫')
    await boss.see('由店主保留到', '新店试用', '店主定为金毫')
    expect(standing()).toMatchObject({ tier: 'gold', tierHold: { reason: '新店试用' } })
  })
})
