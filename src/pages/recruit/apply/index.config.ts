export default definePageConfig({ navigationBarTitleText: '成为分销员' })
