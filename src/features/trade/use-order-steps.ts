/** What a buyer does with an order, from the list and from its own page alike. */
import { useAction } from '@/api/use-action'
import { confirm } from '@/components/dialog'
import { formatFen } from '@/components/money/format'
import { toast } from '@/components/toast'
import { openPage, pathOf } from '@/features/mall/open-page'
import type { OrderAction } from './order-words'
import { usePay } from './use-pay'

interface OrderInHand {
  id: string
  payableFen: number
}

/** @param reload shows what became of the order */
export function useOrderSteps(reload: () => Promise<void>) {
  const paying = usePay()
  const cancelling = useAction('mall.cancelOrder')
  const confirming = useAction('mall.confirmReceipt')

  const pay = async ({ id, payableFen }: OrderInHand) => {
    const outcome = await paying.pay(id, payableFen)
    if (outcome === 'ask') openPage(pathOf.payResult(id))
    else await reload()
  }
  const cancel = async ({ id }: OrderInHand) => {
    const isSure = await confirm({
      title: '取消这笔订单？',
      text: '留着的货会放回货架，不会扣款。',
      confirmText: '确认取消',
      cancelText: '再想想',
      danger: true,
    })
    if (!isSure) return
    if (await cancelling.run({ orderId: id })) toast('订单取消了')
    await reload()
  }
  const confirmReceipt = async ({ id, payableFen }: OrderInHand) => {
    const isSure = await confirm({
      title: '都收到了？',
      text: `确认以后，${formatFen(payableFen)} 的订单就算收货了，有问题仍可以申请售后。`,
      confirmText: '确认收到',
      cancelText: '还没有',
    })
    if (!isSure) return
    if (await confirming.run({ orderId: id })) toast('收货确认好了')
    await reload()
  }
  const take = async (action: OrderAction, order: OrderInHand) => {
    if (action === 'pay') await pay(order)
    if (action === 'cancel') await cancel(order)
    if (action === 'confirm-receipt') await confirmReceipt(order)
    if (action === 'apply-after-sale') openPage(pathOf.afterSaleApply(order.id))
  }
  return {
    take,
    busy: paying.busy || cancelling.busy || confirming.busy,
    error: paying.error ?? cancelling.error ?? confirming.error,
  }
}
