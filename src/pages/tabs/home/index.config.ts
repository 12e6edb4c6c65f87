export default definePageConfig({ navigationBarTitleText: '茶与礼' })
