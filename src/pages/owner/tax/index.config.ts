export default definePageConfig({ navigationBarTitleText: '个税', enablePullDownRefresh: true })
