/** The address chosen for the order being placed: it travels from the address book back to the checkout. */
import { create } from 'zustand'

interface ChosenAddress {
  /** Null: the default one. */
  addressId: string | null
  choose: (addressId: string | null) => void
}

export const useChosenAddress = create<ChosenAddress>((set) => ({
  addressId: null,
  choose: (addressId) => set({ addressId }),
}))
