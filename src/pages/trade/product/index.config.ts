export default definePageConfig({
  navigationBarTitleText: '商品',
  navigationStyle: 'custom',
  // Over a photograph, which is light in both themes.
  navigationBarTextStyle: 'black',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
