// Words that ask for money, ask for a purchase, or promise an income: what the compliance guard looks for in texts.

/** 禁止传销条例 art. 7 (二): money for joining. */
export const FEE_WORDS = [
  '入门费',
  '加盟费',
  '代理费',
  '门槛费',
  '会费',
  '报名费',
  '培训费',
  '保证金',
  '押金',
  '缴费',
  '交费',
  '付费',
  '交钱',
] as const

/** The same article: goods bought for joining. */
export const PURCHASE_WORDS = [
  '购买',
  '下单',
  '先买',
  '买满',
  '买过',
  '消费满',
  '累计消费',
  '进货',
  '囤货',
  '首单',
  '充值',
  '礼包',
] as const

/** 广告法 art. 25: no promise about returns. */
export const PROMISE_WORDS = [
  '稳赚',
  '包赚',
  '躺赚',
  '保证收益',
  '保底收入',
  '月入',
  '日入',
  '零风险',
  '暴富',
] as const
