export default definePageConfig({ navigationBarTitleText: '招募', enablePullDownRefresh: true })
