export default definePageConfig({
  navigationBarTitleText: '等级与权益',
  navigationStyle: 'custom',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
