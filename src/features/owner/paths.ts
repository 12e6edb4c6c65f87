/** The desk's own pages: one place that knows their paths. */
const owner = (page: string, query: Record<string, string | undefined> = {}) => {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `/pages/owner/${page}/index${parts.length > 0 ? `?${parts.join('&')}` : ''}`
}

export const deskPaths = {
  dashboard: (isNew = false) => owner('dashboard', { new: isNew ? '1' : undefined }),
  shopSettings: () => owner('shop-settings'),
  binding: () => owner('binding'),
  products: () => owner('products'),
  productEdit: (id?: string) => owner('product-edit', { id }),
  campaigns: () => owner('campaigns'),
  campaignEdit: (id?: string) => owner('campaign-edit', { id }),
  orders: (filter?: string) => owner('orders', { filter }),
  order: (id: string) => owner('order-detail', { id }),
  /** The order's page with the ship sheet open. */
  ship: (id: string) => owner('order-detail', { id, ship: '1' }),
  plan: () => owner('plan'),
  /** The form for a plan; or the result of a simulation. */
  simulate: (plan?: string, id?: string) => owner('simulate', { plan, id }),
  payouts: () => owner('payouts'),
  tax: () => owner('tax'),
  refunds: () => owner('refunds'),
  people: () => owner('people'),
  staff: () => owner('staff'),
  person: (id: string, part?: string) => owner('person', { id, part }),
  materials: () => owner('materials'),
  materialEdit: (id?: string) => owner('material-edit', { id }),
  /** Selling points and questions of a product. */
  productNotes: (id: string) => owner('product-notes', { id }),
  recruitment: () => owner('recruitment'),
  agreement: () => owner('agreement'),
  signing: () => owner('signing'),
  tiers: () => owner('tiers'),
  earnings: () => owner('earnings'),
  statement: (id: string) => owner('statement', { id }),
  bonuses: () => owner('bonuses'),
  reconcile: () => owner('reconcile'),
  reconcileDay: (on: string) => owner('reconcile-day', { on }),
  alerts: () => owner('alerts'),
  funnel: () => owner('funnel'),
  team: (distributorId: string) => owner('team', { id: distributorId }),
  disputes: () => owner('disputes'),
  dispute: (id: string) => owner('dispute', { id }),
  customers: (distributorId: string) => owner('customers', { id: distributorId }),
} as const
