/** The state of choosing a SKU on a product's page: values, quantity, and what both lead to. */
import { useState } from 'react'
import { chosenSku, openingChoice } from './sku-choice'
import type { Choice, Product } from './sku-choice'

export function useSkuChoice(product: Product) {
  const [choice, setChoice] = useState<Choice>(() => openingChoice(product))
  const [wanted, setQuantity] = useState(1)
  const sku = chosenSku(product.skus, choice)
  // Another SKU may have less: what is shown is never more than there is.
  const quantity = Math.max(1, Math.min(wanted, sku?.available ?? wanted))
  return { choice, setChoice, sku, quantity, setQuantity }
}
