export default definePageConfig({
  navigationBarTitleText: '素材',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
