export default definePageConfig({
  navigationBarTitleText: '奖励与核销',
  enablePullDownRefresh: true,
})
