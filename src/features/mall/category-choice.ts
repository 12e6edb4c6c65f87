/** Which category the category tab shows: a tab cannot be opened with a query, so the choice waits here. */
import { create } from 'zustand'

interface CategoryChoice {
  /** Null: the first one. */
  categoryId: string | null
  choose: (categoryId: string | null) => void
}

export const useCategoryChoice = create<CategoryChoice>((set) => ({
  categoryId: null,
  choose: (categoryId) => set({ categoryId }),
}))
