// Words that the fake content check finds risky, or wants a person to look at, with WeChat's labels.

export interface ListedWord {
  word: string
  suggest: 'risky' | 'review'
  /** 10001 advertising, 20001 politics, 20006 crime, 20008 fraud, 21000 other. */
  label: number
}

const risky = (label: number, ...words: string[]): ListedWord[] =>
  words.map((word) => ({ word, suggest: 'risky', label }))

export const LISTED_WORDS: readonly ListedWord[] = [
  ...risky(20001, '违规测试', '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'),
  ...risky(20006, '完2347全dfji试3726测asad感3847知qwez到', '赌博', '六合彩', '枪支', '毒品'),
  ...risky(20008, '代开发票', '刷单返利', '高利贷', '买卖银行卡'),
  { word: '加微信领红包', suggest: 'review', label: 10001 },
]
