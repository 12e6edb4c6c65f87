// 素材 of the demo shop: what the owner has written for distributors to post, and when it came out.
import type { TierKey } from '@contract/model/shop'
import type { PictureKey } from './art/pictures.data'

export interface SeedMaterial {
  readonly title: string
  /** The key of a product; null is the shop in general. */
  readonly productKey: string | null
  readonly text: string
  readonly pictures: readonly PictureKey[]
  readonly tags: readonly string[]
  readonly sort: number
  /** Day of the demo year on which it is put out, from 0. */
  readonly day: number
  /** How gladly it is used, 1 (hardly) to 10. */
  readonly appeal: number
  /** Taken back before the year is over. */
  readonly isWithdrawn?: true
  /** For this tier and those above it. */
  readonly minTier?: TierKey
  /** Comes with the shop's own little film. */
  readonly hasVideo?: true
}

// prettier-ignore
export const seedMaterials: readonly SeedMaterial[] = [
  { title: '这家店是怎么挑茶的', productKey: null, sort: 9, day: 40, appeal: 6, tags: ['认识我们'],
    text: '每一款都先自己喝两个星期，白开水一样泡，能喝下去第七道的才上架。\n写得出产地和采摘日的，罐子上都写着；写不出的，不卖。',
    pictures: ['garden', 'brew-green', 'brew-amber'] },
  { title: '早安，先喝口热的', productKey: null, sort: 0, day: 300, appeal: 8, tags: ['早安'],
    text: '早上别急着喝咖啡。一小撮绿茶，80 度的水，等两分钟，人就醒了。', pictures: ['brew-green'] },
  { title: '龙井开罐九宫格', productKey: 'longjing-tin', sort: 3, day: 140, appeal: 10, tags: ['开箱', '新茶'], hasVideo: true,
    text: '今年的明前到了。开罐就是炒豆子的香，泡开是嫩栗子味，第二泡最甜。\n罐子里有采摘日期的小卡，拍照记得拍上它。',
    pictures: ['longjing-tin', 'longjing-tin-near', 'brew-green', 'garden'] },
  { title: '龙井怎么泡，三句话', productKey: 'longjing-tin', sort: 0, day: 150, appeal: 7, tags: ['冲泡'],
    text: '水 80 度，投茶 3 克，玻璃杯。\n先倒三分之一的水，晃一晃，再冲满。\n喝到剩三分之一就续水，前三泡最鲜。', pictures: [] },
  { title: '肉桂礼盒，送长辈怎么说', productKey: 'rougui-box', sort: 5, day: 60, appeal: 9, tags: ['送礼'],
    text: '给爸爸的茶不用讲道理：味道重、耐泡、盒子体面，就是肉桂。\n一盒十二泡，够他喝两个星期，喝完他会自己问你哪儿买的。',
    pictures: ['rougui-box', 'rougui-box-near', 'brew-amber'] },
  { title: '肉桂礼盒图集', productKey: 'rougui-box', sort: 0, day: 62, appeal: 5, tags: ['图集'], text: '',
    pictures: ['rougui-box', 'rougui-box-near', 'brew-amber', 'garden'] },
  { title: '老白茶，越放越甜', productKey: 'laobai-cake', sort: 0, day: 90, appeal: 6, tags: ['知识'],
    text: '二一年的饼，放到现在有了枣香。撬七克，煮着喝，办公室一下午都是甜的。',
    pictures: ['laobai-cake', 'laobai-cake-near', 'brew-pale'] },
  { title: '银针，给第一次喝白茶的人', productKey: 'yinzhen-pouch', sort: 0, day: 120, appeal: 4, tags: ['入门'],
    text: '没喝过白茶就从银针开始：不苦，有一点豆奶的甜。90 度的水，别闷。',
    pictures: ['yinzhen-pouch', 'yinzhen-pouch-near'] },
  { title: '茶包，抽屉里常备', productKey: 'jasmine-bags', sort: 0, day: 210, appeal: 7, tags: ['办公室'],
    text: '十五包茉莉，玉米纤维的三角包，能看见整叶。开会前扔一包，走廊都知道你在喝什么。', pictures: ['jasmine-bags'] },
  { title: '石瓢第一次用，先做这三步', productKey: 'shipiao-pot', sort: 0, day: 180, appeal: 5, tags: ['茶器'],
    text: '一，清水煮二十分钟；二，自然凉透，擦干；三，只泡一类茶。\n半年之后，它会比新的时候好看。',
    pictures: ['shipiao-pot', 'shipiao-pot-near'] },
  { title: '冬酿蜜，冲水还是配茶', productKey: 'osmanthus-honey', sort: 0, day: 290, appeal: 6, tags: ['冬天'],
    text: '一勺蜜，半杯温水，四十度以下，桂花会慢慢开。\n配寿眉也好，甜在后面。', pictures: ['osmanthus-honey', 'osmanthus-honey-near'] },
  { title: '新春茶礼，早订的人有红纸', productKey: 'newyear-box', sort: 2, day: 345, appeal: 8, tags: ['送礼', '新春'],
    text: '大红袍、金桔、两只杯，装在一起就是一桌年味。\n现在订，手写红纸随盒寄出，写什么告诉我。', pictures: ['newyear-box'] },
  { title: '中秋礼盒最后一批', productKey: 'moon-box', sort: 0, day: 285, appeal: 5, tags: ['中秋'], isWithdrawn: true,
    text: '今年最后一批，送完就到明年。', pictures: ['moon-box'] },
  { title: '茶会怎么开，一页讲完', productKey: null, sort: 4, day: 330, appeal: 7, tags: ['茶会'], minTier: 'gold',
    text: '八个人以内，三款茶，一个半小时。\n先喝淡的，再喝焙火的，最后一泡老白茶收住。\n不催单：谁问起，再把分享发给谁。',
    pictures: ['yancha-sampler', 'brew-amber', 'brew-pale'] },
  { title: '牛栏坑今年这一批', productKey: 'niulankeng-box', sort: 4, day: 338, appeal: 6, tags: ['新品先试喝'], minTier: 'jade',
    text: '一年只做一批，先请几位老朋友试。桂皮香退得慢，第六泡还有岩骨。\n数量少，先讲给真喝得出来的人听。',
    pictures: ['niulankeng-box', 'brew-amber'] },
]

export interface SeedNotes {
  readonly productKey: string
  readonly points: readonly string[]
  readonly faq: readonly { readonly question: string; readonly answer: string }[]
}

// prettier-ignore
export const seedNotes: readonly SeedNotes[] = [
  { productKey: 'longjing-tin',
    points: ['梅家坞群体种，清明前采', '手工辉锅，叶底匀整', '罐内附采摘日期'],
    faq: [
      { question: '能放多久', answer: '密封冷藏一年；开罐之后两个月内喝完最好。' },
      { question: '和龙井 43 有什么不同', answer: '群体种香气更沉，叶子大小不那么齐，耐泡。' },
    ] },
  { productKey: 'rougui-box',
    points: ['慧苑坑，正岩产区', '中足火，放半年更顺', '十二泡独立小包，附手提袋'],
    faq: [{ question: '胃寒能喝吗', answer: '焙过火的岩茶不寒，饭后喝，别空腹。' }] },
]
