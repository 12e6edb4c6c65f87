export default definePageConfig({ navigationBarTitleText: '顾客争议', enablePullDownRefresh: true })
