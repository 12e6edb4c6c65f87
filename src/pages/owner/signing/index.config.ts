export default definePageConfig({ navigationBarTitleText: '谁还没签', enablePullDownRefresh: true })
