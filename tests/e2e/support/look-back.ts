// What is looked at after each test on phones: nobody complained, the books are right, and a failure leaves pictures.
import { expect } from 'vitest'
import type { Phones } from './weapp-phones'

export async function lookBack(phones: Phones, hasFailed: boolean): Promise<void> {
  if (hasFailed) await phones.shootAll()
  expect(phones.takeTroubles()).toEqual([])
  phones.world.audit()
}
