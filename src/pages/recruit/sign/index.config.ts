export default definePageConfig({
  navigationBarTitleText: '分销协议',
  enablePullDownRefresh: true,
})
