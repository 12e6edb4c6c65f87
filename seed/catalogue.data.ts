// The goods of the demo shop 茶与礼: categories, products with their SKUs, and campaigns.
import type { BannerPictureKey, CategoryPictureKey, PictureKey } from './art/pictures.data'

export type SeedCategoryKey = 'green' | 'rock' | 'white' | 'red' | 'ware' | 'sweets'

export interface SeedCategory {
  readonly key: SeedCategoryKey
  readonly name: string
  readonly picture: CategoryPictureKey
}

/** One sellable combination; `specValues` follow the product's `specNames`. Prices in fen. */
export interface SeedSku {
  readonly specValues: readonly string[]
  readonly priceFen: number
  /** The struck-through price; null when there is none. */
  readonly marketPriceFen: number | null
  /** Units on the day the shop opens. */
  readonly stock: number
}

export interface SeedProduct {
  readonly key: string
  readonly title: string
  readonly subtitle: string
  readonly categoryKey: SeedCategoryKey
  readonly description: string
  readonly tags: readonly ('hot' | 'special' | 'new')[]
  readonly specNames: readonly string[]
  readonly skus: readonly SeedSku[]
  /** Keys of pictures in `seed/art/pictures`; the first is the cover. */
  readonly pictures: readonly PictureKey[]
  /** How often people choose it in the demo year, 1 (seldom) to 10. */
  readonly popularity: number
}

export interface SeedCampaign {
  readonly key: string
  readonly picture: BannerPictureKey
  readonly title: string
  readonly intro: string
  /** Keys of products, in the order in which they are shown. */
  readonly productKeys: readonly string[]
  /** The first day and the day after the last. */
  readonly from: string
  readonly to: string
}

/** What goods of a category cost the shop, in bps of their price. */
export const costShareBps: Readonly<Record<SeedCategoryKey, number>> = {
  green: 5200,
  rock: 4800,
  white: 5000,
  red: 5500,
  ware: 6200,
  sweets: 7000,
}

const sku = (
  specs: string,
  priceFen: number,
  stock: number,
  marketPriceFen: number | null = null,
): SeedSku => ({ specValues: specs ? specs.split('/') : [], priceFen, marketPriceFen, stock })

export const seedCategories: readonly SeedCategory[] = [
  { key: 'green', name: '绿茶', picture: 'category-green' },
  { key: 'rock', name: '岩茶', picture: 'category-rock' },
  { key: 'white', name: '白茶', picture: 'category-white' },
  { key: 'red', name: '红茶花茶', picture: 'category-red' },
  { key: 'ware', name: '茶器', picture: 'category-ware' },
  { key: 'sweets', name: '茶点礼盒', picture: 'category-sweets' },
]

/** One that runs on the evening the demo begins, one that is to come. */
export const seedCampaigns: readonly SeedCampaign[] = [
  {
    key: 'winter',
    picture: 'banner-winter',
    title: '冬日第一泡',
    intro: '天凉了，围炉煮一壶。岩茶、老白茶和配茶的点心，都在这里。',
    productKeys: [
      'rougui-box',
      'laobai-cake',
      'dahongpao-tin',
      'chenpi-jar',
      'iron-kettle',
      'pastry-six',
    ],
    from: '2026-11-18',
    to: '2026-11-30',
  },
  {
    key: 'gift',
    picture: 'banner-gift',
    title: '双旦茶礼',
    intro: '新年送茶，提前备好。',
    productKeys: ['newyear-box', 'harvest-hamper', 'rougui-box', 'wedding-duo'],
    from: '2026-12-20',
    to: '2026-12-27',
  },
]

/** Over long before the last evening. */
export const pastCampaign: SeedCampaign = {
  key: 'spring',
  picture: 'banner-spring',
  title: '春茶头采',
  intro: '明前的几款到齐了，先喝鲜，再存一罐。',
  productKeys: ['longjing-tin', 'biluochun-caddy', 'anji-pouch', 'maofeng-carton'],
  from: '2026-04-03',
  to: '2026-04-17',
}

/** The shelf, in the order of the shop's own list. */
// prettier-ignore
export const seedProducts: readonly SeedProduct[] = [
  // 绿茶
  {
    key: 'longjing-tin', title: '明前龙井 · 梅家坞', subtitle: '豆香清长，一芽一叶',
    categoryKey: 'green', popularity: 9, tags: ['hot'],
    description:
      '清明前采的群体种，手工辉锅，叶底匀整。' +
      '用 80 度左右的水，玻璃杯直接泡，前三泡最鲜。罐内附采摘日期，开罐后请尽快喝完。',
    specNames: ['克重'],
    skus: [
      sku('50 克', 168_00, 320, 188_00),
      sku('100 克', 318_00, 240),
      sku('250 克', 728_00, 60, 798_00),
    ],
    pictures: ['longjing-tin', 'longjing-tin-near', 'brew-green', 'garden'],
  },
  {
    key: 'biluochun-caddy', title: '洞庭碧螺春 · 青瓷罐', subtitle: '花果香，卷曲多毫',
    categoryKey: 'green', popularity: 4, tags: [],
    description:
      '茶树与枇杷、杨梅间作，茶汤带一点果香。先倒水再投茶，看它慢慢沉下去。' +
      '瓷罐可留作他用，罐身釉色每只略有不同。',
    specNames: ['克重'],
    skus: [
      sku('75 克', 236_00, 140, 268_00),
      sku('150 克', 438_00, 80),
    ],
    pictures: ['biluochun-caddy', 'brew-green', 'garden'],
  },
  {
    key: 'anji-pouch', title: '安吉白茶', subtitle: '鲜爽少涩，入门绿茶',
    categoryKey: 'green', popularity: 5, tags: [],
    description:
      '叶白脉绿，氨基酸高所以喝着鲜。名字叫白茶，工艺是绿茶。袋装带自封条，适合办公室自饮。',
    specNames: ['克重', '等级'],
    skus: [
      sku('50 克/一级', 68_00, 260),
      sku('50 克/特级', 98_00, 200),
      sku('100 克/一级', 128_00, 180),
      sku('100 克/特级', 188_00, 120, 208_00),
    ],
    pictures: ['anji-pouch', 'brew-green'],
  },
  {
    key: 'maofeng-carton', title: '黄山毛峰', subtitle: '兰花香，耐泡四五道',
    categoryKey: 'green', popularity: 4, tags: [],
    description:
      '谷雨前后采的一芽二叶，烘青工艺，汤色浅黄带绿。味道平和，家里常备合适。',
    specNames: ['克重'],
    skus: [
      sku('100 克', 88_00, 300),
      sku('250 克', 198_00, 140, 220_00),
    ],
    pictures: ['maofeng-carton', 'brew-green', 'garden'],
  },
  {
    key: 'houkui-tin', title: '太平猴魁', subtitle: '两叶抱一芽，手工捏尖',
    categoryKey: 'green', popularity: 2, tags: ['new'],
    description:
      '叶片有五六厘米长，要用高杯泡才好看。兰香清幽，第二泡最好。' +
      '运输中难免有少量断叶，不影响滋味。',
    specNames: ['克重'],
    skus: [
      sku('50 克', 158_00, 120),
      sku('100 克', 298_00, 80, 328_00),
    ],
    pictures: ['houkui-tin', 'brew-green'],
  },
  {
    key: 'chaoqing-kraft', title: '日常炒青', subtitle: '半斤装，口粮绿茶',
    categoryKey: 'green', popularity: 7, tags: ['special'],
    description:
      '高山小叶种，锅炒到足干，栗香明显，很耐泡。外形不讲究，滋味不打折，适合大杯闷着喝。',
    specNames: ['克重'],
    skus: [
      sku('250 克', 48_00, 500, 58_00),
      sku('500 克', 88_00, 300, 108_00),
    ],
    pictures: ['chaoqing-kraft', 'brew-green'],
  },
  // 岩茶
  {
    key: 'rougui-box', title: '武夷肉桂礼盒 · 慧苑坑', subtitle: '岩韵足，送长辈体面',
    categoryKey: 'rock', popularity: 10, tags: ['hot'],
    description:
      '足火慢焙三道，桂皮香里带花果甜。两罐各 60 克，配手写贺卡；下单时留言写贺词即可。' +
      '新焙的茶放两周再喝，火气更柔。',
    specNames: ['规格', '火功'],
    skus: [
      sku('两罐装/中火', 298_00, 300, 328_00),
      sku('两罐装/足火', 298_00, 360, 328_00),
      sku('四罐装/中火', 558_00, 120, 628_00),
      sku('四罐装/足火', 558_00, 140, 628_00),
    ],
    pictures: ['rougui-box', 'rougui-box-near', 'brew-amber', 'garden'],
  },
  {
    key: 'dahongpao-tin', title: '大红袍 · 拼配', subtitle: '香、水、底都均衡',
    categoryKey: 'rock', popularity: 8, tags: ['hot'],
    description:
      '由肉桂、水仙与小品种拼配，焙火适中。第一次喝岩茶，从这罐开始不会错。' +
      '罐装 8 泡，每泡 8 克小袋。',
    specNames: ['规格'],
    skus: [
      sku('8 泡', 138_00, 360, 158_00),
      sku('16 泡', 258_00, 200),
    ],
    pictures: ['dahongpao-tin', 'brew-amber'],
  },
  {
    key: 'shuixian-wood', title: '老枞水仙 · 木匣', subtitle: '枞味沉，回甘慢',
    categoryKey: 'rock', popularity: 3, tags: [],
    description:
      '树龄六十年以上的水仙，汤里有苔藓和粽叶的味道。木匣抽盖，喝完可以收信或收茶。' +
      '产量不多，卖完要等来年。',
    specNames: ['克重'],
    skus: [
      sku('100 克', 368_00, 90),
      sku('200 克', 688_00, 50, 768_00),
    ],
    pictures: ['shuixian-wood', 'brew-amber', 'garden'],
  },
  {
    key: 'tieluohan-caddy', title: '铁罗汉', subtitle: '四大名丛之一，药香',
    categoryKey: 'rock', popularity: 2, tags: [],
    description:
      '重焙火，放了两年才装罐，入口厚，尾水甜。适合饭后喝，空腹喝可能嫌浓。',
    specNames: ['克重'],
    skus: [
      sku('75 克', 268_00, 80, 298_00),
    ],
    pictures: ['tieluohan-caddy', 'brew-amber'],
  },
  {
    key: 'yancha-sampler', title: '岩茶四样 · 品鉴装', subtitle: '肉桂 水仙 奇兰 佛手',
    categoryKey: 'rock', popularity: 7, tags: ['new', 'hot'],
    description:
      '每样两泡，共八泡，附一张对照卡，照着喝就能分出香型。' +
      '想买大罐之前，先用它试试自己的口味。',
    specNames: ['规格'],
    skus: [
      sku('四罐八泡', 128_00, 280, 148_00),
    ],
    pictures: ['yancha-sampler', 'brew-amber'],
  },
  {
    key: 'qizhong-kraft', title: '武夷奇种 · 口粮', subtitle: '菜茶群体种，耐泡不贵',
    categoryKey: 'rock', popularity: 6, tags: ['special'],
    description:
      '不分品种的老丛菜茶，轻焙火，滋味朴素，能泡十来道。牛皮纸袋装，给每天都喝岩茶的人。',
    specNames: ['克重'],
    skus: [
      sku('125 克', 78_00, 320),
      sku('250 克', 146_00, 260, 168_00),
    ],
    pictures: ['qizhong-kraft', 'brew-amber'],
  },
  {
    key: 'niulankeng-box', title: '牛栏坑肉桂 · 藏', subtitle: '坑涧正岩，一年只做一批',
    categoryKey: 'rock', popularity: 1, tags: [],
    description:
      '三坑两涧里的牛栏坑，一芽三四叶中开面采，炭焙四道。' +
      '一盒六泡，每泡 8.3 克，附批次与焙茶师签名。贵在山场，不合口味不必买它。',
    specNames: ['规格'],
    skus: [
      sku('六泡', 680_00, 60),
      sku('十二泡', 1280_00, 30, 1360_00),
    ],
    pictures: ['niulankeng-box', 'brew-amber', 'garden'],
  },
  // 白茶
  {
    key: 'laobai-cake', title: '二一年老白茶饼', subtitle: '357 克，越放越甜',
    categoryKey: 'white', popularity: 9, tags: ['hot'],
    description:
      '二〇二一年春的寿眉与牡丹压饼，自然陈化，枣香已出。' +
      '可泡可煮，煮的时候 5 克配 500 毫升水。请避光、离地、无异味存放。',
    specNames: ['规格'],
    skus: [
      sku('一饼', 268_00, 300),
      sku('两饼', 498_00, 140, 536_00),
      sku('一提七饼', 1180_00, 20),
    ],
    pictures: ['laobai-cake', 'laobai-cake-near', 'brew-pale'],
  },
  {
    key: 'yinzhen-pouch', title: '白毫银针', subtitle: '头采单芽，毫香蜜甜',
    categoryKey: 'white', popularity: 6, tags: ['special'],
    description:
      '福鼎大白茶的头采芽头，日光萎凋，没有炒也没有揉。水温 90 度，静置久一点再出汤。',
    specNames: ['克重'],
    skus: [
      sku('50 克', 138_00, 260, 168_00),
      sku('100 克', 258_00, 140, 298_00),
    ],
    pictures: ['yinzhen-pouch', 'yinzhen-pouch-near', 'brew-pale', 'garden'],
  },
  {
    key: 'mudan-tin', title: '福鼎白牡丹', subtitle: '一芽两叶，花香清甜',
    categoryKey: 'white', popularity: 4, tags: [],
    description:
      '清明后三五天采，芽叶连枝，冲开像一朵小花。冷泡也好喝，前一晚放冰箱，第二天早上带走。',
    specNames: ['克重'],
    skus: [
      sku('60 克', 118_00, 200),
      sku('120 克', 218_00, 120, 236_00),
    ],
    pictures: ['mudan-tin', 'brew-pale'],
  },
  {
    key: 'shoumei-cake', title: '寿眉小饼', subtitle: '100 克，好撬好带',
    categoryKey: 'white', popularity: 5, tags: [],
    description:
      '秋寿眉压成的小饼，叶大梗多，煮着喝最甜。随饼送一支小茶针，撬的时候从侧边下手。',
    specNames: ['规格'],
    skus: [
      sku('一饼', 58_00, 400),
      sku('五饼装', 268_00, 120, 290_00),
    ],
    pictures: ['shoumei-cake', 'brew-pale'],
  },
  {
    key: 'longzhu-box', title: '白茶龙珠 · 十二粒', subtitle: '一粒一泡，出门不用称',
    categoryKey: 'white', popularity: 4, tags: ['new'],
    description:
      '每粒约 6 克，棉纸独立包好，适合办公室和路上。' +
      '用盖碗或大杯都行，第一泡多等半分钟让它松开。',
    specNames: ['规格'],
    skus: [
      sku('十二粒', 98_00, 220),
      sku('二十四粒', 186_00, 120, 196_00),
    ],
    pictures: ['longzhu-box', 'brew-pale'],
  },
  {
    key: 'chenpi-jar', title: '陈皮老白茶', subtitle: '新会陈皮配老寿眉',
    categoryKey: 'white', popularity: 4, tags: [],
    description:
      '五年陈皮切丝，与老寿眉三七相配，焖着喝有果香。密封罐装，取用后请拧紧，防潮。',
    specNames: ['规格'],
    skus: [
      sku('一罐 120 克', 128_00, 180),
      sku('两罐', 238_00, 100, 256_00),
    ],
    pictures: ['chenpi-jar', 'brew-pale'],
  },
  // 红茶花茶
  {
    key: 'jinjunmei-tin', title: '桐木金骏眉', subtitle: '全芽，蜜香花香',
    categoryKey: 'red', popularity: 3, tags: [],
    description:
      '桐木关高山小种的单芽，一斤干茶要几万个芽头。' +
      '水温 85 到 90 度，出汤快一点，不苦。',
    specNames: ['克重'],
    skus: [
      sku('50 克', 298_00, 110),
      sku('100 克', 568_00, 60, 628_00),
    ],
    pictures: ['jinjunmei-tin', 'brew-amber'],
  },
  {
    key: 'zhengshan-pouch', title: '正山小种 · 传统松烟', subtitle: '桂圆汤，松烟香',
    categoryKey: 'red', popularity: 5, tags: [],
    description:
      '老法马尾松熏焙，烟味入汤不呛，加奶也压得住。没喝过烟小种的，先买 50 克试试。',
    specNames: ['克重', '工艺'],
    skus: [
      sku('50 克/松烟', 58_00, 200),
      sku('50 克/无烟', 58_00, 220),
      sku('100 克/松烟', 108_00, 140),
      sku('100 克/无烟', 108_00, 160),
    ],
    pictures: ['zhengshan-pouch', 'brew-amber'],
  },
  {
    key: 'dianhong-carton', title: '凤庆滇红', subtitle: '薯香甜润，早餐茶',
    categoryKey: 'red', popularity: 6, tags: [],
    description:
      '凤庆大叶种，金毫明显，汤色红亮。清饮甜，配牛奶和一点糖也好。',
    specNames: ['克重'],
    skus: [
      sku('100 克', 68_00, 300),
      sku('250 克', 148_00, 180, 168_00),
    ],
    pictures: ['dianhong-carton', 'brew-amber'],
  },
  {
    key: 'jasmine-tin', title: '茉莉花茶 · 七窨', subtitle: '横县伏花，见香不见花',
    categoryKey: 'red', popularity: 5, tags: [],
    description:
      '春茶做坯，用三伏天的茉莉窨了七次，筛净花渣。香气在汤里，不靠香精。',
    specNames: ['克重'],
    skus: [
      sku('80 克', 98_00, 220),
      sku('160 克', 178_00, 120, 196_00),
    ],
    pictures: ['jasmine-tin', 'brew-green'],
  },
  {
    key: 'osmanthus-jar', title: '桂花乌龙', subtitle: '清香乌龙配金桂',
    categoryKey: 'red', popularity: 6, tags: [],
    description:
      '冻顶工艺的乌龙，窨一道金桂，再撒少许干花。热泡香，冷泡甜。',
    specNames: ['规格'],
    skus: [
      sku('一罐 100 克', 79_00, 240),
      sku('两罐', 148_00, 140, 158_00),
    ],
    pictures: ['osmanthus-jar', 'brew-amber'],
  },
  {
    key: 'rose-jar', title: '平阴重瓣玫瑰', subtitle: '整朵低温烘干',
    categoryKey: 'red', popularity: 4, tags: [],
    description:
      '山东平阴的重瓣红玫瑰，只取花冠，颜色自然偏紫。三五朵一杯，可单泡，也可配红茶。',
    specNames: ['规格'],
    skus: [
      sku('一罐 40 克', 56_00, 260),
      sku('两罐', 104_00, 120, 112_00),
    ],
    pictures: ['rose-jar', 'brew-amber'],
  },
  {
    key: 'taiju-jar', title: '桐乡胎菊', subtitle: '头采未开的小菊',
    categoryKey: 'red', popularity: 5, tags: ['special'],
    description:
      '只采刚现蕾的头茬，蒸青后烘干，汤色淡黄，不苦。一杯放八到十朵就够。',
    specNames: ['规格'],
    skus: [
      sku('一罐 50 克', 45_00, 320, 58_00),
      sku('三罐', 126_00, 120, 156_00),
    ],
    pictures: ['taiju-jar', 'brew-pale'],
  },
  {
    key: 'jasmine-bags', title: '茉莉绿茶茶包', subtitle: '十五包，玉米纤维三角包',
    categoryKey: 'red', popularity: 7, tags: [],
    description:
      '原叶不用碎末，热水冷水都能泡。茶包可降解，挂标用的是棉线和食品级胶。',
    specNames: ['规格'],
    skus: [
      sku('一盒 15 包', 39_00, 500),
      sku('三盒', 108_00, 240, 117_00),
    ],
    pictures: ['jasmine-bags', 'brew-green'],
  },
  // 茶器
  {
    key: 'shipiao-pot', title: '紫砂小壶 石瓢', subtitle: '180 毫升，一人份',
    categoryKey: 'ware', popularity: 4, tags: ['new', 'special'],
    description:
      '原矿底槽清，半手工成型，三足，出水利落。新壶先用清水煮一遍再用。' +
      '每把壶的砂粒和色泽略有差别。',
    specNames: ['泥料'],
    skus: [
      sku('底槽清', 428_00, 60, 468_00),
      sku('段泥', 428_00, 40, 468_00),
    ],
    pictures: ['shipiao-pot', 'shipiao-pot-near', 'brew-amber'],
  },
  {
    key: 'xishi-pot', title: '朱泥西施壶', subtitle: '130 毫升，泡岩茶合适',
    categoryKey: 'ware', popularity: 3, tags: [],
    description:
      '小容量，壁薄，聚香快。朱泥收缩大，壶身有细小皱纹，属正常。避免骤冷骤热。',
    specNames: ['规格'],
    skus: [
      sku('单壶', 368_00, 70),
      sku('壶承套装', 438_00, 40, 486_00),
    ],
    pictures: ['xishi-pot', 'brew-amber'],
  },
  {
    key: 'white-gaiwan', title: '白瓷盖碗', subtitle: '手绘兰草，不烫手',
    categoryKey: 'ware', popularity: 8, tags: ['special', 'hot'],
    description:
      '110 毫升，口沿外撇，拿稳不烫。釉下手绘，每只兰叶的姿态都不一样。' +
      '可进洗碗机，不建议用钢丝球。',
    specNames: ['容量'],
    skus: [
      sku('110 毫升', 99_00, 260, 129_00),
      sku('150 毫升', 119_00, 180, 149_00),
    ],
    pictures: ['white-gaiwan', 'white-gaiwan-near', 'brew-pale'],
  },
  {
    key: 'celadon-gaiwan', title: '青瓷盖碗 · 描金', subtitle: '粉青釉，口沿一线金',
    categoryKey: 'ware', popularity: 3, tags: [],
    description:
      '龙泉青瓷，釉厚，摸着像玉。描金处不可进微波炉，手洗即可。',
    specNames: ['规格'],
    skus: [
      sku('单只', 158_00, 120),
      sku('配两杯', 236_00, 70, 268_00),
    ],
    pictures: ['celadon-gaiwan', 'brew-pale'],
  },
  {
    key: 'glass-pitcher', title: '玻璃公道杯', subtitle: '260 毫升，断水干净',
    categoryKey: 'ware', popularity: 6, tags: [],
    description:
      '高硼硅玻璃，耐 120 度温差，把手与杯身一体烧成。看得清汤色，配什么茶都合适。',
    specNames: ['容量'],
    skus: [
      sku('200 毫升', 42_00, 300),
      sku('260 毫升', 49_00, 320, 59_00),
    ],
    pictures: ['glass-pitcher', 'brew-amber'],
  },
  {
    key: 'celadon-cups', title: '主人杯 一对', subtitle: '一青一白，60 毫升',
    categoryKey: 'ware', popularity: 5, tags: [],
    description:
      '一只粉青，一只月白，自己和朋友各用一只。杯底无釉露胎，可当作记号分清楚。',
    specNames: ['规格'],
    skus: [
      sku('一对', 88_00, 180),
      sku('单只 青', 48_00, 120),
      sku('单只 白', 48_00, 120),
    ],
    pictures: ['celadon-cups', 'brew-pale'],
  },
  {
    key: 'bamboo-tray', title: '重竹茶盘', subtitle: '可存水，抽屉好洗',
    categoryKey: 'ware', popularity: 2, tags: [],
    description:
      '重竹压制，比普通竹耐裂；底部抽屉可存水 600 毫升。用后擦干，别在太阳下晒。' +
      '图中壶与杯不含。',
    specNames: ['尺寸'],
    skus: [
      sku('35 × 24 厘米', 168_00, 90),
      sku('45 × 28 厘米', 228_00, 60, 258_00),
    ],
    pictures: ['bamboo-tray'],
  },
  {
    key: 'tea-tools', title: '茶道六件 · 竹', subtitle: '则、针、夹、漏、匙、筒',
    categoryKey: 'ware', popularity: 4, tags: [],
    description:
      '整竹挖制，不上漆，只抹了一层茶油。长久不用请放在通风处。',
    specNames: [],
    skus: [
      sku('', 58_00, 240, 68_00),
    ],
    pictures: ['tea-tools'],
  },
  {
    key: 'iron-kettle', title: '铸铁壶 · 霰纹', subtitle: '1.1 升，慢火软水',
    categoryKey: 'ware', popularity: 1, tags: [],
    description:
      '生铁铸造，内壁不涂层，煮出来的水口感更软。用完趁热倒干，余温烘干就不会生锈。' +
      '可上炭炉和电陶炉，不可上电磁炉的快煮档。',
    specNames: ['容量'],
    skus: [
      sku('0.8 升', 680_00, 30),
      sku('1.1 升', 880_00, 30, 980_00),
    ],
    pictures: ['iron-kettle'],
  },
  {
    key: 'travel-set', title: '行旅茶具 · 一壶两杯', subtitle: '硬壳收纳，三分钟摆好',
    categoryKey: 'ware', popularity: 6, tags: ['hot'],
    description:
      '一只 180 毫升小壶配两只杯，带防震硬壳，重 0.7 千克。高铁小桌板放得下。',
    specNames: ['颜色'],
    skus: [
      sku('松绿', 188_00, 160, 218_00),
      sku('墨黑', 188_00, 120, 218_00),
    ],
    pictures: ['travel-set', 'brew-pale'],
  },
  {
    key: 'steel-flask', title: '焖茶壶', subtitle: '500 毫升，六小时 60 度以上',
    categoryKey: 'ware', popularity: 5, tags: [],
    description:
      '316 不锈钢内胆，杯盖可当杯。适合焖老白茶和陈皮，不适合焖绿茶。',
    specNames: ['颜色', '容量'],
    skus: [
      sku('松绿/500 毫升', 128_00, 160),
      sku('松绿/750 毫升', 148_00, 100),
      sku('米白/500 毫升', 128_00, 140),
      sku('米白/750 毫升', 148_00, 90),
    ],
    pictures: ['steel-flask'],
  },
  // 茶点礼盒
  {
    key: 'pastry-six', title: '茶点心 六式', subtitle: '配岩茶，不太甜',
    categoryKey: 'sweets', popularity: 10, tags: ['hot'],
    description:
      '绿豆、抹茶、山楂、莲蓉、枣泥、紫薯，各一枚，当天做当天发。' +
      '常温放 7 天，冷藏 15 天。含麸质与乳制品。',
    specNames: ['规格'],
    skus: [
      sku('一盒六枚', 99_00, 400),
      sku('两盒', 188_00, 200, 198_00),
    ],
    pictures: ['pastry-six', 'brew-amber'],
  },
  {
    key: 'mung-plate', title: '绿豆糕', subtitle: '冰着吃，十枚',
    categoryKey: 'sweets', popularity: 7, tags: ['special'],
    description:
      '脱皮绿豆磨细，少油少糖，入口就化。冷链发货，收到请放冰箱，5 天内吃完。',
    specNames: ['规格'],
    skus: [
      sku('十枚', 36_00, 420, 42_00),
      sku('二十枚', 68_00, 200, 84_00),
    ],
    pictures: ['mung-plate', 'brew-green'],
  },
  {
    key: 'osmanthus-plate', title: '桂花米糕', subtitle: '糯而不粘，桂花现撒',
    categoryKey: 'sweets', popularity: 6, tags: [],
    description:
      '粳米糯米各半，蒸好后撒当季干桂花。回蒸三分钟最好吃。不加防腐剂，常温只放 3 天。',
    specNames: ['规格'],
    skus: [
      sku('八枚', 32_00, 360),
      sku('十六枚', 60_00, 180, 64_00),
    ],
    pictures: ['osmanthus-plate', 'brew-pale'],
  },
  {
    key: 'osmanthus-honey', title: '桂花冬酿蜜', subtitle: '半斤装，冲水配茶',
    categoryKey: 'sweets', popularity: 9, tags: ['special', 'hot'],
    description:
      '冬天的土蜂蜜配秋天的金桂，静置三个月装瓶。天冷会结晶，属正常，温水化开即可。' +
      '一岁以下婴儿不宜食用。',
    specNames: ['规格'],
    skus: [
      sku('250 克', 58_00, 420, 72_00),
      sku('500 克', 108_00, 200, 136_00),
    ],
    pictures: ['osmanthus-honey', 'osmanthus-honey-near'],
  },
  {
    key: 'walnut-jar', title: '琥珀核桃', subtitle: '薄糖衣，现烤',
    categoryKey: 'sweets', popularity: 6, tags: [],
    description:
      '纸皮核桃去皮，挂一层麦芽糖衣，低温烤脆。开罐后请密封，怕受潮。坚果过敏者勿食。',
    specNames: ['口味'],
    skus: [
      sku('原味', 46_00, 300),
      sku('桂花', 48_00, 240),
      sku('海盐', 48_00, 220),
    ],
    pictures: ['walnut-jar'],
  },
  {
    key: 'kumquat-jar', title: '蜜渍金桔', subtitle: '整颗，皮薄不苦',
    categoryKey: 'sweets', popularity: 5, tags: [],
    description:
      '融安金桔加冰糖慢渍，可直接吃，也可取两颗冲热水。冷藏保存，开罐后 30 天内吃完。',
    specNames: ['规格'],
    skus: [
      sku('一罐 300 克', 38_00, 320),
      sku('两罐', 72_00, 160, 76_00),
    ],
    pictures: ['kumquat-jar'],
  },
  {
    key: 'wedding-duo', title: '喜茶 · 回礼小罐', subtitle: '一红一金，可印名字',
    categoryKey: 'sweets', popularity: 4, tags: [],
    description:
      '一罐正山小种，一罐茉莉花茶，各 20 克。' +
      '二十份起可以印新人名字，印制需要 5 天，印好后不退换。',
    specNames: ['数量'],
    skus: [
      sku('一份', 28_00, 600),
      sku('二十份', 520_00, 60, 560_00),
    ],
    pictures: ['wedding-duo'],
  },
  {
    key: 'newyear-box', title: '新春茶礼', subtitle: '大红袍、金桔与两只杯',
    categoryKey: 'sweets', popularity: 5, tags: ['new'],
    description:
      '大红袍 8 泡、蜜渍金桔一罐、白瓷杯一对，红盒系绳。' +
      '可以直接寄给对方，包裹里不放价格单。',
    specNames: ['规格'],
    skus: [
      sku('标准', 328_00, 160),
      sku('加一罐核桃', 368_00, 100, 398_00),
    ],
    pictures: ['newyear-box', 'brew-amber', 'garden'],
  },
  {
    key: 'moon-box', title: '月满 · 中秋礼盒', subtitle: '岩茶配四枚小月饼',
    categoryKey: 'sweets', popularity: 4, tags: [],
    description:
      '肉桂两泡、水仙两泡，配四枚低糖小月饼，附一只青瓷杯。' +
      '月饼保质期 30 天，发货前现做。',
    specNames: ['规格'],
    skus: [
      sku('标准', 258_00, 180, 288_00),
    ],
    pictures: ['moon-box', 'brew-amber'],
  },
  {
    key: 'harvest-hamper', title: '年节竹篮', subtitle: '茶、蜜、点心一篮装齐',
    categoryKey: 'sweets', popularity: 5, tags: ['hot'],
    description:
      '龙井 50 克、白毫银针 50 克、桂花冬酿蜜一罐，用手编竹篮装好，提着走亲戚正合适。' +
      '竹篮可反复使用。',
    specNames: ['规格'],
    skus: [
      sku('标准', 318_00, 140, 358_00),
      sku('加茶点心六式', 398_00, 100, 457_00),
    ],
    pictures: ['harvest-hamper', 'garden'],
  },
]
