// What a shopper does on their phone, step by step, as a shopper would.
import type { WeappPhone } from './weapp-phone'

/** On a product's page: chooses a spec and puts one into the cart. */
export async function putIntoCart(phone: WeappPhone, spec: string): Promise<void> {
  await phone.tap('规格')
  await phone.see('选规格')
  await phone.tap(spec)
  await phone.shot('sku-sheet')
  await phone.tap('加入购物车')
  await phone.see('已放进购物车')
  await phone.seeNo('选规格')
}

interface Basket {
  readonly pieces: number
  readonly total: string
}

export async function payCart(
  phone: WeappPhone,
  { pieces, total, receiver }: Basket & { receiver: string },
): Promise<void> {
  await phone.tap(`购物车，${pieces} 件`)
  await phone.see(`合计${total}`)
  await phone.shot('cart')
  await phone.tap(`去结算（${pieces}）`)
  await writeAddress(phone, receiver)
  await phone.see(`应付${total}`, receiver)
  await phone.shot('checkout')
  await pay(phone, total)
}

/** On a product's page: so many of one spec, straight to payment. Whoever has bought before has an address. */
export async function buyNow(
  phone: WeappPhone,
  spec: string,
  { pieces, total, hasAddress = false }: Basket & { readonly hasAddress?: boolean },
): Promise<void> {
  await phone.tap('立即购买')
  await phone.tap(spec)
  for (let count = 1; count < pieces; count += 1) await phone.tap('增加数量')
  await phone.tap('立即购买')
  if (!hasAddress) await writeAddress(phone, '许芳')
  await phone.see(`应付${total}`)
  await pay(phone, total)
}

async function writeAddress(phone: WeappPhone, receiver: string): Promise<void> {
  await phone.tap('选收货地址')
  await phone.see('还没有收货地址')
  await phone.shot('addresses-empty')
  await phone.tap('加地址')
  await phone.type('收货人', receiver)
  await phone.type('手机号', '13800001111')
  await phone.tap('省、市、区')
  for (const place of ['浙江省', '西湖区', '确定']) await phone.tapWechat(place)
  await phone.see('浙江省杭州市西湖区')
  await phone.type('详细地址', '龙井路 1 号')
  await phone.shot('address-edit')
  await phone.tap('保存地址')
  await phone.see('默认', '138')
  await phone.tap(receiver)
}

async function pay(phone: WeappPhone, total: string): Promise<void> {
  await phone.tap('提交订单')
  // WeChat writes amounts without commas.
  await phone.see(total.replaceAll(',', ''), '付款方式')
  await phone.shot('wechat-pay')
  await phone.tapWechat('确认支付')
}

/** On the page that asks for a refund: so many of what was bought. */
export async function askBack(
  phone: WeappPhone,
  title: string,
  { pieces, refund }: { pieces: number; refund: string },
): Promise<void> {
  const count = () => phone.label(`${title}要退的件数 `)
  while (!(await count()).endsWith(` ${pieces}`)) await phone.tap(`减少${title}要退的件数`)
  await phone.tap('不想要了')
  await phone.see(`商品可退${refund}`)
  await phone.tap('提交申请')
  await phone.see('申请退款', refund)
  await phone.shot('after-sale-detail')
}
