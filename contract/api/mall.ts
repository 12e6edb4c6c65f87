// 商城: what anyone may ask of the shop.
import { action } from '../action'
import * as z from '../schema'
import { categoryView, none, productTag, shelfProduct, tier, distributorStatus } from './views'
import { ROLES } from '../action'

/** `memberPriceFen`: what a unit costs the caller because of their tier; null = no less. */
const skuView = () =>
  z.object({
    skuId: z.id(),
    specValues: z.array(z.string()),
    priceFen: z.amount(),
    marketPriceFen: z.amount().nullable(),
    available: z.number().int(),
    earnFen: z.amount().nullable(),
    memberPriceFen: z.amount().nullable(),
  })

export const mall = {
  'mall.openSession': action({
    summary: 'Says who the caller is and what the shop is called.',
    who: ['shopper'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        member: z.object({
          id: z.id(),
          nickname: z.string(),
          /** cloud:// file id; absent until one was chosen. */
          avatar: z.string().optional(),
        }),
        roles: z.array(z.enum(ROLES)),
        distributor: z
          .object({ id: z.id(), name: z.string(), status: distributorStatus(), tier: tier() })
          .nullable(),
        shop: z.object({ name: z.string(), motto: z.string(), isOpen: z.boolean() }),
        /** What the owner calls the tiers, from the lowest; absent while they have their first names. */
        tierNames: z.array(z.string()).optional(),
        cartCount: z.number().int(),
      }),
  }),
  'mall.setNickname': action({
    summary: 'Changes the name under which the shop knows the caller.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ nickname: z.text(20) }),
    output: () => none(),
  }),
  'mall.setAvatar': action({
    summary: "Changes the caller's picture: it stands on their posters, for whoever they send one.",
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ file: z.text(300) }),
    output: () => none(),
  }),
  'mall.home': action({
    summary: 'The home page: categories, specials, this season.',
    who: ['shopper'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        shop: z.object({ name: z.string(), motto: z.string() }),
        categories: z.array(categoryView()),
        specials: z.array(shelfProduct()),
        season: z.array(shelfProduct()),
        /** Campaigns that run now, the one that ends first before the others. */
        campaigns: z.array(
          z.object({ id: z.id(), title: z.string(), picture: z.string(), endAt: z.moment() }),
        ),
      }),
  }),
  'mall.listCategories': action({
    summary: 'All categories in their order.',
    who: ['shopper'],
    kind: 'read',
    input: () => none(),
    output: () => z.object({ categories: z.array(categoryView()) }),
  }),
  'mall.searchProducts': action({
    summary: 'Products on the shelf by word, category or tag, a page at a time.',
    who: ['shopper'],
    kind: 'read',
    input: () =>
      z.object({
        keyword: z.optionalText(40),
        categoryId: z.id().optional(),
        tag: productTag().optional(),
        sort: z.enum(['sold', 'new', 'price-up', 'price-down']).default('sold'),
        cursor: z.cursor(),
      }),
    output: () => z.pageOf(shelfProduct()),
  }),
  'mall.getProduct': action({
    summary: 'One product with its SKUs, stock and, for distributors, what sharing it pays.',
    who: ['shopper'],
    kind: 'read',
    input: () => z.object({ productId: z.id() }),
    output: () =>
      z.object({
        id: z.id(),
        title: z.string(),
        subtitle: z.string(),
        description: z.string(),
        pictures: z.array(z.string()),
        tags: z.array(productTag()),
        specNames: z.array(z.string()),
        skus: z.array(skuView()),
        soldCount: z.number().int(),
        isOnShelf: z.boolean(),
        /** The lowest and highest amount one unit pays when shared; null for shoppers. */
        earn: z.object({ fromFen: z.amount(), toFen: z.amount() }).nullable(),
        shippingFreeFromFen: z.amount().nullable(),
        shippingFeeFen: z.amount(),
        afterSaleDays: z.number().int(),
      }),
  }),
}
