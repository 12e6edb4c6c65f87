// 店主的商品: categories, products, what is on the shelf.
import { action } from '../action'
import * as z from '../schema'
import { categoryView, none, productTag } from './views'

export const goods = {
  'owner.listProducts': action({
    summary: 'All products, on and off the shelf.',
    who: ['owner'],
    kind: 'read',
    input: () =>
      z.object({
        shelf: z.enum(['all', 'on', 'off']).default('all'),
        keyword: z.optionalText(40),
        cursor: z.cursor(),
      }),
    output: () =>
      z.pageOf(
        z.object({
          id: z.id(),
          title: z.string(),
          picture: z.string(),
          fromPriceFen: z.amount(),
          stock: z.number().int(),
          soldCount: z.number().int(),
          isOnShelf: z.boolean(),
        }),
      ),
  }),
  'owner.getProduct': action({
    summary: 'One product as its owner edits it, with the categories to choose from.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ productId: z.id().optional() }),
    output: () =>
      z.object({
        product: z
          .object({
            id: z.id(),
            title: z.string(),
            subtitle: z.string(),
            description: z.string(),
            categoryId: z.id(),
            pictures: z.array(z.string()),
            tags: z.array(productTag()),
            specNames: z.array(z.string()),
            skus: z.array(
              z.object({
                skuId: z.id(),
                specValues: z.array(z.string()),
                priceFen: z.amount(),
                marketPriceFen: z.amount().nullable(),
                /** What one unit costs the shop; null while the owner has not said. */
                costFen: z.amount().nullable(),
                stock: z.number().int(),
              }),
            ),
            isOnShelf: z.boolean(),
          })
          .nullable(),
        categories: z.array(categoryView()),
      }),
  }),
  'owner.saveCategory': action({
    summary: 'Adds a category (no id) or renames one.',
    who: ['owner'],
    kind: 'once',
    input: () =>
      z.object({
        id: z.id().optional(),
        name: z.text(10),
        picture: z.optionalText(300),
        sort: z.number().int().min(0).max(999),
      }),
    output: () => z.object({ id: z.id() }),
  }),
  'owner.saveProduct': action({
    summary: 'Adds a product (no id) or changes it; stock is set by the difference the owner saw.',
    who: ['owner'],
    kind: 'once',
    input: () =>
      z.object({
        id: z.id().optional(),
        title: z.text(40),
        subtitle: z.optionalText(60),
        description: z.optionalText(2000),
        categoryId: z.id(),
        pictures: z.array(z.text(300)).max(9),
        tags: z.array(productTag()),
        specNames: z.array(z.text(10)).max(3),
        skus: z
          .array(
            z.object({
              skuId: z.id().optional(),
              specValues: z.array(z.text(20)),
              priceFen: z.amount(),
              marketPriceFen: z.amount().nullable(),
              /** Absent = as it was. */
              costFen: z.amount().nullable().optional(),
              /** Units to add to (or take from) the stock; a new SKU starts at this. */
              stockChange: z.number().int().min(-1_000_000).max(1_000_000),
            }),
          )
          .min(1)
          .max(60),
      }),
    output: () => z.object({ id: z.id() }),
  }),
  'owner.shelveProduct': action({
    summary: 'Puts a product on the shelf or takes it off.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ productId: z.id(), isOnShelf: z.boolean() }),
    output: () => none(),
  }),
}
