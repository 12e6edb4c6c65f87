export default definePageConfig({
  navigationBarTitleText: '推广效果',
  enablePullDownRefresh: true,
})
