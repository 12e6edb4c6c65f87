export default definePageConfig({ navigationBarTitleText: '顾客归属', enablePullDownRefresh: true })
