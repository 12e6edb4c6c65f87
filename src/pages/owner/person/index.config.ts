export default definePageConfig({ navigationBarTitleText: '分销员', enablePullDownRefresh: true })
