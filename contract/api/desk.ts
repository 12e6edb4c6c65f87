// 店主的订单台: orders to ship and after-sales to decide.
import { action } from '../action'
import * as z from '../schema'
import { afterSaleStatus, afterSaleView, none, orderRow, orderView } from './views'

export const desk = {
  'owner.listOrders': action({
    summary: "The shop's orders, newest first.",
    who: ['owner', 'finance'],
    kind: 'read',
    input: () =>
      z.object({
        filter: z
          .enum(['all', 'to-pay', 'to-ship', 'to-receive', 'after-sale', 'closed'])
          .default('all'),
        cursor: z.cursor(),
      }),
    output: () => z.pageOf(orderRow()),
  }),
  'owner.getOrder': action({
    summary: 'One order with what it paid to whom.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ orderId: z.id() }),
    output: () =>
      z.object({
        order: orderView(),
        sharerName: z.string().nullable(),
        planVersion: z.string().nullable(),
        commissions: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            level: z.number().int(),
            amountFen: z.amount(),
            reversedFen: z.amount(),
            netFen: z.amount(),
            status: z.string(),
          }),
        ),
      }),
  }),
  'owner.shipOrder': action({
    summary: 'Ships a paid order, whole or some lines in a parcel.',
    who: ['owner'],
    kind: 'once',
    input: () =>
      z.object({
        orderId: z.id(),
        carrier: z.text(20),
        trackingNumber: z.string().regex(/^[0-9A-Za-z-]{5,40}$/),
        /** Absent = everything that is left. */
        lines: z
          .array(z.object({ line: z.number().int().min(1), quantity: z.quantity() }))
          .optional(),
      }),
    output: () => none(),
  }),
  'owner.listAfterSales': action({
    summary: 'After-sales, the waiting ones first.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ status: afterSaleStatus().optional(), cursor: z.cursor() }),
    output: () => z.pageOf(afterSaleView()),
  }),
  'owner.approveAfterSale': action({
    summary: 'Grants an after-sale: a refund starts, or the goods are awaited first.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ afterSaleId: z.id() }),
    output: () => none(),
  }),
  'owner.rejectAfterSale': action({
    summary: 'Turns an after-sale down, with a reason the buyer reads.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ afterSaleId: z.id(), reason: z.text(200) }),
    output: () => none(),
  }),
  'owner.receiveReturn': action({
    summary: 'Says that returned goods arrived: the refund starts and stock goes up.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ afterSaleId: z.id() }),
    output: () => none(),
  }),
}
