export default definePageConfig({ navigationBarTitleText: '素材', enablePullDownRefresh: true })
