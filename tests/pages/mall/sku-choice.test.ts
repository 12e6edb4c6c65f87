// Choosing a SKU: what can be chosen never leads to a combination that cannot be bought.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chosenSku, openingChoice, optionsOf, toggled } from '@/features/mall/sku-choice'
import { mountainShop, teaShop } from './shops.data'

const { skus } = teaShop.product

describe('选规格', () => {
  it('只有一个值的规格不用选；没有规格的商品就是那一个', () => {
    expect(openingChoice(mountainShop.product)).toEqual([])
    expect(chosenSku(mountainShop.product.skus, [])?.skuId).toBe('sku_mushroom')
    expect(openingChoice(teaShop.product)).toEqual([null, null])
  })

  it('再点一次选中的，就放开', () => {
    expect(toggled(['两罐装', null], 0, '两罐装')).toEqual([null, null])
    expect(toggled(['两罐装', null], 0, '四罐装')).toEqual(['四罐装', null])
  })

  it('卖完和没有这个搭配是两回事', () => {
    const reasons = (first: string) =>
      optionsOf(skus, [first, null], 1).map(({ value, reason }) => [value, reason])
    expect(reasons('两罐装')).toEqual([
      ['足火', null],
      ['轻火', '卖完'],
    ])
    expect(reasons('四罐装')).toEqual([
      ['足火', null],
      ['轻火', '没有这个搭配'],
    ])
  })

  it('不管怎么点能点的，选全了的一定有货', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), fc.nat(1)), { maxLength: 12 }), (taps) => {
        let choice = openingChoice(teaShop.product)
        for (const [spec, at] of taps) {
          const option = optionsOf(skus, choice, spec)[at]
          const isOpen = option !== undefined && (option.reason === null || option.isChosen)
          if (isOpen) choice = toggled(choice, spec, option.value)
        }
        const sku = chosenSku(skus, choice)
        expect(choice.includes(null) || (sku?.available ?? 0) > 0).toBe(true)
      }),
    )
  })
})
