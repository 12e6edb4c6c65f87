export default definePageConfig({ navigationBarTitleText: '卖点和问答' })
