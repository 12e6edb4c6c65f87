// Every page: whose it is, what loads it, what it shows of a shop that trades, and what of one that has just opened.
import type { ActionName } from '@contract/api'
import type { Holder, Ids } from './lay-out'
import { claimWords } from './lay-out-disputes'
import type { Phone } from './phone'
import { maskName } from '../../../cloudfunctions/domain/text/mask'
import { maskRealName } from '../../../cloudfunctions/domain/real-name/mask-identity'
import type { ShopData } from './shops.data'

export interface PageCase {
  readonly name: string
  readonly who: Holder
  readonly path: (ids: Ids) => string
  /** The question whose failure is the page's error. */
  readonly action: ActionName
  /** Asked when the app starts, not by the page. */
  readonly isAskedAtStart?: boolean
  /** Asked only by a tap: the page has nothing to wait for. */
  readonly isAskedByTap?: boolean
  readonly shows: (shop: ShopData) => readonly string[]
  /** What the page says in a shop that has just opened; absent where nothing can be empty. */
  readonly empty?: readonly string[]
  /** The empty page of somebody else. */
  readonly emptyWho?: Holder
  readonly emptyPath?: string
  /** What a person does before the page has something to load. */
  readonly prepare?: (phone: Phone, shop: ShopData) => Promise<void>
}

const SHOPPING: readonly PageCase[] = [
  {
    name: 'home',
    who: 'ming',
    path: () => '/pages/tabs/home/index',
    action: 'mall.home',
    // The shelf of specials shows whole yuan without their fen.
    shows: ({ name, category, product, figures }) => [
      ...[name, category, product],
      figures.prices[0].replace('.00', ''),
    ],
    empty: ['货架还空着'],
  },
  {
    name: 'category',
    who: 'ming',
    path: () => '/pages/tabs/category/index',
    action: 'mall.listCategories',
    shows: ({ category, product, figures }) => [category, product, figures.prices[0]],
    empty: ['还没有分类'],
  },
  {
    name: 'search',
    who: 'ming',
    path: () => '/pages/trade/search/index',
    action: 'mall.searchProducts',
    prepare: async (phone, { product }) => {
      await phone.type('搜索商品', product.slice(0, 2))
      await phone.submit()
    },
    shows: ({ product, figures }) => [product, figures.prices[0]],
    empty: ['没有找到'],
  },
  {
    name: 'product',
    who: 'mei',
    path: ({ productId }) => `/pages/trade/product/index?id=${productId}`,
    action: 'mall.getProduct',
    shows: ({ product, figures }) => [product, figures.prices[0], `分享赚${figures.earn}`],
    empty: ['这件商品已经下架'],
    emptyPath: '/pages/trade/product/index?id=prd_none',
  },
  {
    name: 'campaign',
    who: 'mei',
    path: ({ campaignId }) => `/pages/trade/campaign/index?id=${campaignId}`,
    action: 'mall.getCampaign',
    shows: ({ campaign, product, figures }) => [campaign, '进行中', product, `赚 ${figures.earn}`],
    empty: ['这个活动现在没有'],
    emptyPath: '/pages/trade/campaign/index?id=cmp_none',
  },
  {
    name: 'cart',
    who: 'ming',
    path: () => '/pages/tabs/cart/index',
    action: 'mall.getCart',
    shows: ({ product, figures }) => [product, `合计${figures.cart}`],
    empty: ['购物车还空着'],
  },
  {
    name: 'checkout',
    who: 'ming',
    path: () => '/pages/trade/checkout/index?from=cart',
    action: 'mall.previewOrder',
    shows: ({ receiver, place, product, figures }) => [receiver, place, product, figures.cart],
    empty: ['没有要结算的商品'],
  },
  {
    name: 'orders',
    who: 'ming',
    path: () => '/pages/trade/orders/index',
    action: 'mall.listOrders',
    shows: ({ product, figures }) => [product, figures.settledTotal, figures.unpaidTotal],
    empty: ['还没有订单'],
  },
  {
    name: 'order-detail',
    who: 'ming',
    path: ({ settledOrder }) => `/pages/trade/order-detail/index?id=${settledOrder}`,
    action: 'mall.getOrder',
    shows: ({ receiver, tracking, figures }) => [receiver, tracking, figures.settledTotal],
    empty: ['没有找到这笔订单'],
    emptyPath: '/pages/trade/order-detail/index?id=ord_none',
  },
  {
    name: 'after-sale-apply',
    who: 'ming',
    path: ({ toShipOrder }) => `/pages/trade/after-sale-apply/index?orderId=${toShipOrder}`,
    action: 'mall.getOrder',
    shows: ({ product, skus, figures }) => [product, skus[1].spec, `商品可退${figures.prices[1]}`],
  },
  {
    name: 'after-sale-detail',
    who: 'ming',
    path: ({ afterSaleId }) => `/pages/trade/after-sale-detail/index?id=${afterSaleId}`,
    action: 'mall.getAfterSale',
    shows: ({ product, figures }) => [product, `申请退款${figures.refund}`, '买多了'],
  },
  {
    name: 'me',
    who: 'ming',
    path: () => '/pages/tabs/me/index',
    action: 'mall.openSession',
    isAskedAtStart: true,
    shows: ({ shopper }) => [shopper, '我的订单'],
  },
  {
    name: 'addresses',
    who: 'ming',
    path: () => '/pages/trade/addresses/index',
    action: 'mall.listAddresses',
    shows: ({ receiver, place }) => [receiver, place],
    empty: ['还没有收货地址'],
  },
  {
    name: 'address-edit',
    who: 'ming',
    path: () => '/pages/trade/address-edit/index',
    action: 'mall.listAddresses',
    shows: () => ['收货人', '手机号', '保存地址'],
  },
]

const SHARING: readonly PageCase[] = [
  {
    name: 'centre',
    who: 'mei',
    path: () => '/pages/tabs/distribution/index',
    action: 'distributor.getCentre',
    shows: ({ sharer, product, figures }) => [sharer, '银毫', figures.available, product],
    empty: ['暂无可提现'],
  },
  {
    name: 'recruit',
    who: 'ming',
    path: () => '/pages/tabs/distribution/index',
    action: 'distributor.getApplication',
    shows: ({ name, rateBps }) => [name, `${rateBps[0] / 100}%`, '申请成为分销员'],
  },
  {
    name: 'apply',
    who: 'ming',
    path: () => '/pages/recruit/apply/index',
    action: 'distributor.getApplication',
    shows: ({ rateBps }) => ['怎么称呼你', `${rateBps[0] / 100}%`, `${rateBps[1] / 100}%`],
  },
  {
    name: 'commissions',
    who: 'mei',
    path: () => '/pages/distributor/commissions/index',
    action: 'distributor.listCommissions',
    shows: ({ product, figures }) => [product, `+${figures.settled}`, `+${figures.pending}`],
    empty: ['还没有佣金'],
  },
  {
    name: 'wallet',
    who: 'mei',
    path: () => '/pages/distributor/wallet/index',
    action: 'distributor.getWallet',
    shows: ({ figures }) => [`可提现${figures.available}`, `提现中${figures.withdrawn}`],
    empty: ['还没有流水'],
  },
  {
    name: 'withdraw',
    who: 'mei',
    path: () => '/pages/distributor/withdraw/index',
    action: 'distributor.getWallet',
    shows: ({ figures }) => [`可提现${figures.available}`, `到账 ${figures.available}`],
    empty: ['现在没有可提现的钱'],
  },
  {
    name: 'withdrawals',
    who: 'mei',
    path: () => '/pages/distributor/withdrawals/index',
    action: 'distributor.listWithdrawals',
    shows: ({ figures }) => [figures.withdrawn, '等店里审核'],
    empty: ['还没有提过现'],
  },
  {
    name: 'promoted-goods',
    who: 'mei',
    path: () => '/pages/distributor/goods/index',
    action: 'distributor.listGoods',
    shows: ({ product }) => [product, '赚得多', '分享'],
    empty: ['货架还空着'],
  },
  {
    name: 'promoted-orders',
    who: 'mei',
    path: () => '/pages/distributor/orders/index',
    action: 'distributor.listOrders',
    shows: ({ product, figures }) => [product, `+${figures.settled}`, `+${figures.pending}`],
    empty: ['还没有推广订单'],
  },
  {
    name: 'real-name',
    who: 'mei',
    path: () => '/pages/distributor/real-name/index',
    action: 'distributor.getRealName',
    shows: ({ sharer }) => [maskRealName(sharer), '9900**********'],
  },
]

const DESK: readonly PageCase[] = [
  {
    name: 'owner-claim',
    who: 'boss',
    path: () => '/pages/owner/claim/index',
    action: 'mall.openSession',
    shows: () => ['这家店已经是你的了'],
  },
  {
    name: 'owner-dashboard',
    who: 'boss',
    path: () => '/pages/owner/dashboard/index',
    action: 'owner.getDashboard',
    shows: ({ name, sharer }) => [`${name} · 看板`, sharer, '1 笔提现等审核', '2 单等着发货'],
    empty: ['发布一版佣金方案', '把第一件商品放上货架', '都处理完了'],
  },
  {
    name: 'owner-products',
    who: 'boss',
    path: () => '/pages/owner/products/index',
    action: 'owner.listProducts',
    shows: ({ product, figures }) => [product, figures.prices[0]],
    empty: ['还没有商品'],
  },
  {
    name: 'owner-product-edit',
    who: 'boss',
    path: ({ productId }) => `/pages/owner/product-edit/index?id=${productId}`,
    action: 'owner.getProduct',
    shows: ({ category, skus }) => ['编辑商品', category, skus[0].spec, skus[1].spec],
    empty: ['加商品', '加一个分类'],
    emptyPath: '/pages/owner/product-edit/index',
  },
  {
    name: 'owner-campaigns',
    who: 'boss',
    path: () => '/pages/owner/campaigns/index',
    action: 'owner.listCampaigns',
    shows: ({ campaign }) => [campaign, '进行中', '1 件商品'],
    empty: ['还没有活动'],
  },
  {
    name: 'owner-campaign-edit',
    who: 'boss',
    path: ({ campaignId }) => `/pages/owner/campaign-edit/index?id=${campaignId}`,
    action: 'owner.getCampaign',
    shows: ({ product }) => ['编辑活动', '进行中', product],
    empty: ['办活动', '还没有选'],
    emptyPath: '/pages/owner/campaign-edit/index',
  },
  {
    name: 'owner-orders',
    who: 'boss',
    path: () => '/pages/owner/orders/index',
    action: 'owner.listOrders',
    shows: ({ shopper, product, figures }) => [shopper, product, figures.settledTotal],
    empty: ['还没有订单'],
  },
  {
    name: 'owner-order-detail',
    who: 'boss',
    path: ({ settledOrder }) => `/pages/owner/order-detail/index?id=${settledOrder}`,
    action: 'owner.getOrder',
    shows: ({ receiver, tracking, sharer, inviter, plan, figures }) => [
      ...[receiver, tracking, sharer, inviter, plan],
      ...[figures.settledTotal, `+${figures.settled}`],
    ],
  },
  {
    name: 'owner-plan',
    who: 'boss',
    path: () => '/pages/owner/plan/index',
    action: 'owner.getPlan',
    shows: ({ plan, rateBps }) => [plan, '正在用', `${rateBps[0] / 100}%`, `${rateBps[1] / 100}%`],
    empty: ['还没有发布过方案'],
  },
  {
    name: 'owner-simulate',
    who: 'boss',
    path: () => '/pages/owner/simulate/index',
    action: 'owner.getSimulator',
    shows: ({ plan }) => ['试算哪一版', `正在用 ${plan}`, '近 30 天', '开始试算'],
    empty: ['还没有方案可以试算'],
  },
  {
    name: 'owner-payouts',
    who: 'boss',
    path: () => '/pages/owner/payouts/index',
    action: 'owner.listWithdrawals',
    shows: ({ sharer, figures }) => [sharer, `到账${figures.withdrawn}`],
    empty: ['没有等审核的提现'],
  },
  {
    name: 'owner-tax',
    who: 'boss',
    path: () => '/pages/owner/tax/index',
    action: 'owner.getTaxMonth',
    // The shop's one withdrawal still waits: nothing was withheld yet.
    shows: () => ['这个月还没有扣过税', '劳务报酬（按月）'],
    empty: ['这个月还没有扣过税'],
  },
  {
    name: 'owner-refunds',
    who: 'boss',
    path: () => '/pages/owner/refunds/index',
    action: 'owner.listAfterSales',
    shows: ({ shopper, figures }) => [shopper, '原因：买多了', `要退 ${figures.refund}`],
    empty: ['还没有售后'],
  },
  {
    name: 'owner-staff',
    who: 'boss',
    path: () => '/pages/owner/staff/index',
    action: 'owner.listStaff',
    shows: () => ['加一位同事', '现在的员工', '店主'],
  },
  {
    name: 'owner-people',
    who: 'boss',
    path: () => '/pages/owner/people/index',
    action: 'owner.listDistributors',
    shows: ({ sharer, inviter, applicant, figures }) => [
      ...[sharer, applicant],
      ...[`${inviter} 邀请`, figures.earned],
    ],
    empty: [],
  },
  {
    name: 'owner-person',
    who: 'boss',
    path: ({ sharerId }) => `/pages/owner/person/index?id=${sharerId}`,
    action: 'owner.getPerson',
    shows: ({ sharer, inviter, figures }) => [
      ...[sharer, `${inviter} 邀请来的`, '银毫', figures.earned],
      ...['等级由店主保留，直到取消：开店时定级', '第一次提现'],
    ],
    empty: ['没有找到这位分销员'],
    emptyPath: '/pages/owner/person/index?id=dst_none',
  },
  {
    name: 'owner-earnings',
    who: 'boss',
    path: () => '/pages/owner/earnings/index',
    action: 'owner.listEarnings',
    shows: ({ sharer, figures }) => [sharer, figures.earned, figures.waiting, figures.available],
  },
]

const TIERS: readonly PageCase[] = [
  {
    name: 'tier',
    who: 'mei',
    path: () => '/pages/distributor/tier/index',
    action: 'distributor.getTier',
    shows: () => ['你现在是', '等级和权益', '店主定为银毫'],
  },
  {
    name: 'ranks',
    who: 'mei',
    path: () => '/pages/distributor/ranks/index',
    action: 'distributor.getRanks',
    shows: () => ['本周', '总榜', '新顾客', '退款会扣回'],
  },
  {
    name: 'team',
    who: 'mei',
    path: () => '/pages/distributor/team/index',
    action: 'distributor.getTeam',
    shows: ({ member }) => ['直接成员1人', '间接成员1人', '关系图', member, '佣金只算到两级'],
    empty: ['还没有团队成员'],
  },
  {
    name: 'owner-team',
    who: 'boss',
    path: ({ sharerId }) => `/pages/owner/team/index?id=${sharerId}`,
    action: 'owner.getTeamTree',
    shows: ({ sharer }) => [`${sharer} 的团队`, '关系图', '直接', '间接'],
  },
  {
    name: 'owner-tiers',
    who: 'boss',
    path: () => '/pages/owner/tiers/index',
    action: 'owner.getTiers',
    shows: () => ['还没有设过等级', '没有条件：只能由你来定', '保级', '没有改动'],
  },
]

const SETTINGS: readonly PageCase[] = [
  {
    name: 'owner-shop-settings',
    who: 'boss',
    path: () => '/pages/owner/shop-settings/index',
    action: 'owner.getShopSettings',
    shows: () => ['店铺寄语', '顾客归属规则', '一次最少', '超过就要两个人同意', '没有修改'],
  },
  {
    name: 'owner-binding',
    who: 'boss',
    path: () => '/pages/owner/binding/index',
    action: 'owner.getBindingPolicy',
    shows: () => ['先保护几天', '买过就定下来', '保护期', '头 30 天', '还归小梅', '没有修改'],
  },
]

const FUNNELS: readonly PageCase[] = [
  {
    name: 'funnel',
    who: 'mei',
    path: () => '/pages/distributor/funnel/index',
    action: 'distributor.getFunnel',
    shows: ({ product }) => ['从打开到付款', product, '按渠道'],
  },
  {
    name: 'owner-funnel',
    who: 'boss',
    path: () => '/pages/owner/funnel/index',
    action: 'owner.getFunnel',
    shows: ({ sharer }) => ['从打开到付款', sharer, '按渠道'],
    empty: ['还没有人打开分享'],
  },
  {
    name: 'owner-customers',
    who: 'boss',
    path: ({ sharerId }) => `/pages/owner/customers/index?id=${sharerId}`,
    action: 'owner.listCustomers',
    shows: ({ shopper }) => [shopper, '归属记录', '移给别人'],
  },
]

const RECRUITING: readonly PageCase[] = [
  {
    name: 'recruit-sign',
    who: 'mei',
    path: () => '/pages/recruit/sign/index',
    action: 'distributor.getAgreement',
    shows: ({ name }) => [`${name}分销协议`, '七、费用', '店里有了分销协议', '看到最后才能签'],
    empty: ['店里现在没有协议要签'],
    emptyWho: 'ming',
  },
  {
    name: 'recruit-code',
    who: 'ming',
    path: () => '/pages/recruit/code/index',
    // It asks nothing by itself: what fails is what was typed.
    action: 'mall.enterShareCode',
    isAskedByTap: true,
    shows: () => ['邀请码', '大小写、空格都可以', '72 小时内可以填'],
  },
  {
    name: 'owner-recruitment',
    who: 'boss',
    path: () => '/pages/owner/recruitment/index',
    action: 'owner.getRecruitment',
    shows: ({ applicant, plan }) => [
      ...[applicant, `${plan}伙伴`, '目标 5 人', '1 人等审核'],
      ...['年龄', '32', '在哪里分享', '社群'],
    ],
    empty: ['没有等审核的申请'],
  },
  {
    name: 'owner-agreement',
    who: 'boss',
    path: () => '/pages/owner/agreement/index',
    action: 'owner.getAgreement',
    shows: ({ name }) => ['签了 1 人', '第 1 版（现在）', `${name}分销协议`],
    empty: ['还没有协议'],
  },
  {
    name: 'owner-signing',
    who: 'boss',
    path: () => '/pages/owner/signing/index',
    action: 'owner.listUnsigned',
    shows: ({ sharer }) => [sharer, '还没有签过', '还没有提醒过'],
    empty: ['这里没有人'],
  },
]

const BOOKS: readonly PageCase[] = [
  {
    name: 'statement',
    who: 'mei',
    path: () => '/pages/distributor/statement/index',
    action: 'distributor.getStatement',
    shows: ({ figures }) => ['到现在的余额', `+${figures.settled}`, figures.available],
  },
  {
    name: 'owner-statement',
    who: 'boss',
    path: ({ sharerId }) => `/pages/owner/statement/index?id=${sharerId}`,
    action: 'owner.getStatement',
    shows: ({ sharer, figures }) => [`${sharer} 的对账单`, figures.available, '导出 CSV', '发奖励'],
  },
  {
    name: 'owner-bonuses',
    who: 'boss',
    path: () => '/pages/owner/bonuses/index',
    action: 'owner.listMoneyDecisions',
    shows: ({ sharer }) => [sharer, '等复核', '要两个人同意，店里只有你能审批'],
    empty: ['还没有发过奖励'],
  },
  {
    name: 'owner-reconcile',
    who: 'boss',
    path: () => '/pages/owner/reconcile/index',
    action: 'owner.listReconciledDays',
    shows: ({ figures }) => ['11 月 20 日', `收款 ${figures.settledTotal}`, '一致'],
    empty: ['还没有对过账'],
  },
  {
    name: 'owner-reconcile-day',
    who: 'boss',
    path: ({ reconciledOn }) => `/pages/owner/reconcile-day/index?on=${reconciledOn}`,
    action: 'owner.getReconciledDay',
    shows: ({ figures }) => ['三边一致', figures.settledTotal, '再对一次'],
  },
  {
    name: 'owner-alerts',
    who: 'boss',
    path: () => '/pages/owner/alerts/index',
    action: 'owner.listAlerts',
    shows: () => ['没有要处理的'],
    empty: ['没有要处理的'],
  },
]

const MATERIALS: readonly PageCase[] = [
  {
    name: 'materials',
    who: 'mei',
    path: () => '/pages/distributor/materials/index',
    action: 'distributor.listMaterials',
    shows: ({ product }) => [`${product}怎么说`, '用过 1 次', '文案 · 2 张图', '店主推荐'],
    empty: ['店里还没有素材'],
  },
  {
    name: 'material',
    who: 'mei',
    path: ({ materialId }) => `/pages/distributor/material/index?id=${materialId}`,
    action: 'distributor.getMaterial',
    shows: ({ product }) => [
      `今天泡的是${product}`,
      '2 张图片',
      `${product}，当年新做`,
      '一键复制',
    ],
    empty: ['这份素材已经撤下了'],
    emptyPath: '/pages/distributor/material/index?id=mat_none',
  },
  {
    name: 'owner-materials',
    who: 'boss',
    path: () => '/pages/owner/materials/index',
    action: 'owner.listMaterials',
    shows: ({ product }) => [`${product}怎么说`, '复制 1 · 保存 0 · 分享 0', '发一份素材'],
    empty: ['还没有素材'],
  },
  {
    name: 'owner-material-edit',
    who: 'boss',
    path: ({ materialId }) => `/pages/owner/material-edit/index?id=${materialId}`,
    action: 'owner.getMaterial',
    shows: ({ product, sharer }) => [product, '一共用过 1 次', sharer, '没有修改'],
  },
  {
    name: 'owner-product-notes',
    who: 'boss',
    path: ({ productId }) => `/pages/owner/product-notes/index?id=${productId}`,
    action: 'owner.getProductNotes',
    shows: ({ product }) => [product, '顾客常问', '没有修改'],
  },
]

const DISPUTES: readonly PageCase[] = [
  {
    name: 'customers',
    who: 'mei',
    path: () => '/pages/distributor/customers/index',
    action: 'distributor.listCustomers',
    shows: ({ shopper, given }) => [
      ...[maskName(shopper), maskName(given), '店里裁定归我'],
      ...['打开好友分享', '买过', '归了别人的', '先保护 30 天，90 天没买就过期'],
    ],
    empty: ['还没有顾客'],
  },
  {
    name: 'disputes',
    who: 'mei',
    path: () => '/pages/distributor/disputes/index?side=holder',
    action: 'distributor.listDisputes',
    shows: ({ shopper, inviter }) => [
      ...[maskName(shopper), `${maskName(inviter)} 提出`, '等你回应'],
    ],
    empty: ['没有人对你的顾客有异议'],
  },
  {
    name: 'dispute',
    who: 'mei',
    path: ({ raisedDispute }) => `/pages/distributor/dispute/index?id=${raisedDispute}`,
    action: 'distributor.getDispute',
    shows: (shop) => ['等你回应', claimWords(shop), '愿意让出', '先选一种'],
    empty: ['没有找到这件争议'],
    emptyPath: '/pages/distributor/dispute/index?id=dsp_none',
  },
  {
    name: 'dispute-raise',
    who: 'mei',
    path: () => '/pages/distributor/dispute-raise/index',
    // It asks nothing by itself: what fails is what was written.
    action: 'distributor.raiseDispute',
    isAskedByTap: true,
    shows: () => ['订单号', '说说经过', '对方三天内回应', '先填订单号'],
  },
  {
    name: 'owner-disputes',
    who: 'boss',
    path: () => '/pages/owner/disputes/index',
    action: 'owner.listDisputes',
    shows: ({ shopper, contested, inviter, sharer }) => [
      ...[shopper, contested, `${inviter} 提出，归 ${sharer}`],
      ...['等对方回应', '可以裁定'],
    ],
    empty: ['没有等裁定的争议'],
  },
  {
    name: 'owner-dispute',
    who: 'boss',
    path: ({ answeredDispute }) => `/pages/owner/dispute/index?id=${answeredDispute}`,
    action: 'owner.getDispute',
    shows: ({ contested, inviter, sharer }) => [
      ...[contested, `现在是 ${inviter} 的顾客`, sharer, '店里的记录', '可以裁定'],
      `${contested}是我茶会上认识的。`,
    ],
    empty: ['没有找到这件争议'],
    emptyPath: '/pages/owner/dispute/index?id=dsp_none',
  },
]

export const PAGES = [
  ...SHOPPING,
  ...SHARING,
  ...DESK,
  ...TIERS,
  ...RECRUITING,
  ...BOOKS,
  ...FUNNELS,
  ...MATERIALS,
  ...SETTINGS,
  ...DISPUTES,
]
