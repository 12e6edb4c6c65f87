// What recruiting takes on the phones, step by step: the owner's form and agreement, an application, a signature.
import type { WeappPhone } from './weapp-phone'

/** From 招募 → 设置: a question with its standard, a plan with its target, a first step; published. */
export async function publishForm(boss: WeappPhone, drive: string, target: number): Promise<void> {
  await boss.open('/pages/owner/recruitment/index')
  await boss.see('没有等审核的申请')
  await boss.tap('设置')
  await boss.tap('加一题')
  await boss.type('第 1 题', '年龄')
  await boss.tap('数字')
  await boss.type('最小', '18')
  await boss.type('最大', '65')
  await boss.tap('定一个招募计划')
  await boss.type('计划的名字', drive)
  await boss.type('想招多少人', String(target))
  await boss.tap('加一步任务')
  await boss.see('第 1 步')
  await boss.shot('owner-recruitment-terms', { full: true })
  await boss.tap('发布')
  await boss.see('之后的申请按新的来')
  await boss.tap('发布')
  await boss.see('招募发布了')
}

export async function writeAgreement(boss: WeappPhone): Promise<void> {
  await boss.open('/pages/owner/agreement/index')
  await boss.see('还没有协议')
  await boss.type('权利与义务', '分享商品，朋友付了款，按佣金方案得佣金。')
  await boss.type('价格政策', '照店里的价卖，不私下打折。')
  await boss.type('区域政策', '不分区域。')
  await boss.type('退款与退货', '退款的部分，佣金一起扣回。')
  await boss.tap('发布')
  await boss.see('发布后不能再改')
  await boss.tap('发布')
  await boss.see('第 1 版（现在）', '签了 0 人')
}

/** On the agreement's page: the button waits until a finger has moved the text to its end. */
export async function readAndSign(phone: WeappPhone): Promise<void> {
  await phone.see('看到最后才能签', '七、费用')
  for (let swipes = 0; !(await phone.text()).includes('我看完了，同意并签署'); swipes += 1) {
    if (swipes > 20) throw new Error('the end of the agreement is not reached')
    await phone.ask('Host.swipe', { from: { x: 180, y: 560 }, to: { x: 180, y: 120 } })
  }
  await phone.shot('sign-read')
  await phone.tap('我看完了，同意并签署')
}

/** An invitation's card to a friend, from a newcomer's centre: the first steps push the tools down when they come. */
export async function inviteByCard(phone: WeappPhone): Promise<string> {
  await phone.open('/pages/tabs/distribution/index')
  await phone.see('开始的几步')
  await phone.tap('邀请加入')
  await phone.tap('微信好友')
  const { path, title } = await phone.sharedCard()
  if (!title.includes('请你一起做')) throw new Error(`no invitation: ${title}`)
  return path
}

/** From 招募: the one who waits is approved, or turned down with a reason. */
export async function decide(boss: WeappPhone, name: string, reason: string | null): Promise<void> {
  await boss.open('/pages/owner/recruitment/index')
  if (reason === null) {
    await boss.tap(`通过 ${name}`)
    await boss.see(`${name} 通过了`)
    return
  }
  await boss.tap(`回绝 ${name}`)
  await boss.type('原因', reason)
  await boss.tap('提交')
  await boss.see(`已经告诉 ${name}`)
}
