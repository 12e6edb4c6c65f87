export default definePageConfig({ navigationBarTitleText: '佣金方案', enablePullDownRefresh: true })
