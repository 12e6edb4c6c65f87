export default definePageConfig({
  navigationBarTitleText: '谁赚了多少',
  enablePullDownRefresh: true,
})
