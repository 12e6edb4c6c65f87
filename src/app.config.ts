/** The mini-program's manifest: tab pages in the main package, one subpackage per topic. */
// On h5 theme.json has no reader, so the native bars get the light values there.
const themed = (name: string, light: string) =>
  process.env.TARO_ENV === 'weapp' ? `@${name}` : light

const tab = (page: string, text: string) => ({
  pagePath: `pages/tabs/${page}/index`,
  text,
  iconPath: themed(page, `assets/tab/${page}.png`),
  selectedIconPath: themed(`${page}On`, `assets/tab/${page}-on.png`),
})

export default defineAppConfig({
  pages: [
    'pages/tabs/home/index',
    'pages/tabs/category/index',
    'pages/tabs/distribution/index',
    'pages/tabs/cart/index',
    'pages/tabs/me/index',
  ],
  subPackages: [
    {
      root: 'pages/trade',
      name: 'trade',
      pages: [
        'product/index',
        'search/index',
        'checkout/index',
        'pay-result/index',
        'orders/index',
        'order-detail/index',
        'after-sale-apply/index',
        'after-sale-detail/index',
        'addresses/index',
        'address-edit/index',
      ],
    },
    {
      root: 'pages/distributor',
      name: 'distributor',
      pages: [
        'commissions/index',
        'wallet/index',
        'withdraw/index',
        'withdrawals/index',
        'statement/index',
        'real-name/index',
        'funnel/index',
        'tier/index',
        'ranks/index',
        'goods/index',
        'orders/index',
      ],
    },
    { root: 'pages/recruit', name: 'recruit', pages: ['apply/index', 'code/index', 'sign/index'] },
    {
      root: 'pages/owner',
      name: 'owner',
      pages: [
        'claim/index',
        'dashboard/index',
        'products/index',
        'product-edit/index',
        'orders/index',
        'order-detail/index',
        'plan/index',
        'simulate/index',
        'payouts/index',
        'tax/index',
        'refunds/index',
        'people/index',
        'recruitment/index',
        'agreement/index',
        'signing/index',
        'tiers/index',
        'earnings/index',
        'statement/index',
        'bonuses/index',
        'reconcile/index',
        'reconcile-day/index',
        'alerts/index',
        'funnel/index',
        'customers/index',
      ],
    },
  ],
  preloadRule: {
    'pages/tabs/home/index': { network: 'all', packages: ['trade'] },
    'pages/tabs/distribution/index': { network: 'all', packages: ['distributor'] },
    'pages/tabs/me/index': { network: 'wifi', packages: ['owner'] },
  },
  tabBar: {
    color: themed('ink', '#676C5F'),
    selectedColor: themed('brand', '#2C5A46'),
    backgroundColor: themed('bar', '#FFFEFB'),
    borderStyle: themed('edge', 'black') as 'black',
    list: [
      tab('home', '商城'),
      tab('category', '分类'),
      tab('distribution', '分销'),
      tab('cart', '购物车'),
      tab('me', '我的'),
    ],
  },
  window: {
    navigationBarTitleText: '分友',
    navigationBarBackgroundColor: themed('paper', '#F6F3EB'),
    navigationBarTextStyle: themed('navText', 'black'),
    backgroundColor: themed('paper', '#F6F3EB'),
    backgroundTextStyle: themed('loading', 'dark'),
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  // WeChat refuses wx.chooseAddress to apps that don't declare it.
  requiredPrivateInfos: ['chooseAddress'],
})
