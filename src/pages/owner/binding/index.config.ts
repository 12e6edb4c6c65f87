export default definePageConfig({ navigationBarTitleText: '顾客归属规则' })
