// Words that the fake content check finds risky.
export const RISKY_WORDS: readonly string[] = [
  '违规测试',
  '特3456书yuuo莞6543李zxcz蒜7782法fgnv级',
  '完2347全dfji试3726测asad感3847知qwez到',
  '赌博',
  '代开发票',
  '刷单返利',
  '六合彩',
  '高利贷',
  '买卖银行卡',
  '枪支',
  '毒品',
]
