export default definePageConfig({ navigationBarTitleText: '收入与佣金' })
