// The journey's figures, worked out by hand: 12 % and 3 %, 银毫 adds 1.5 % to the first level.

export const SHOP = '山间茶事'
export const PLAN = '秋茶版'
export const LAN = '何岚'
export const MEI = '林晓梅'
export const CATEGORY = '普洱'
export const TEA = '冰岛老寨古树饼'

/** Two SKUs of one product: a single cake and a box of three. */
export const CAKE = { name: '单饼', price: '1688', stock: '12' }
export const BOX = { name: '三饼礼盒', price: '4866', stock: '5' }

/** 1,688.00 × 13.5 % = 227.88; 4,866.00 × 13.5 % = 656.91. */
export const MEI_EARNS = { cake: '¥227.88', box: '¥656.91' }
/** 1,688.00 × 3 % = 50.64; 4,866.00 × 3 % = 145.98. */
export const LAN_EARNS = { cake: '¥50.64', box: '¥145.98' }

/** One cake and one box; shipping is free from ¥99. */
export const FIRST_ORDER = {
  total: '¥6,554.00',
  /** 227.88 + 656.91 */
  mei: '¥884.79',
  /** 50.64 + 145.98 */
  lan: '¥196.62',
}

/** All of it: (884.79 − 800.00) × 20 % = 16.958, to the fen 16.96. */
export const WITHDRAWAL = { amount: '¥884.79', tax: '¥16.96', net: '¥867.83' }

/** Three cakes, one of which is given back before settlement. */
export const SECOND_ORDER = {
  total: '¥5,064.00',
  refund: '¥1,688.00',
  /** 3 × 1,688.00 × 13.5 % */
  mei: '¥683.64',
  /** 2 × 1,688.00 × 13.5 % */
  meiAfter: '¥455.76',
  lan: '¥151.92',
  lanAfter: '¥101.28',
}

/** What has been earned in all: 884.79 + 455.76 and 196.62 + 101.28. */
export const IN_ALL = { mei: '¥1,340.55', lan: '¥297.90', both: '¥1,638.45', pending: '¥557.04' }
