// The people of the demo shop: who runs it, who distributes and by whose invitation, who buys;
// names and street numbers are invented, only cities and districts are real.

export type SeedTierKey = 'sprout' | 'silver' | 'gold' | 'jade'

export interface SeedAddress {
  readonly province: string
  readonly city: string
  readonly district: string
  readonly detail: string
}

interface SeedPersonBase {
  readonly key: string
  readonly nickname: string
  readonly address: SeedAddress
}

export interface SeedStaff extends SeedPersonBase {
  readonly role: 'owner' | 'finance' | 'manager'
}

export interface SeedDistributor extends SeedPersonBase {
  readonly role: 'distributor'
  readonly tier: SeedTierKey
  /** A distributor who stands earlier in the list and joined earlier; null = came by themselves. */
  readonly inviterKey: string | null
  readonly managerKey: string
  /** Day of the demo year on which they are admitted, from 0. */
  readonly joinedOnDay: number
  /** How much they share, 1 (hardly) to 10. */
  readonly zeal: number
}

export interface SeedShopper extends SeedPersonBase {
  readonly role: 'shopper'
  /** The distributor whose share brought them; null = found the shop themselves. */
  readonly boundTo: string | null
  /** How often they buy, 1 (seldom) to 10. */
  readonly appetite: number
}

export type SeedPerson = SeedStaff | SeedDistributor | SeedShopper

/** `浙江省/杭州市/西湖区/…` as an address; municipalities repeat their name as the city. */
function place(text: string): SeedAddress {
  const [province = '', city = '', district = '', detail = ''] = text.split('/')
  return { province, city, district, detail }
}

const staff = (
  key: string,
  nickname: string,
  role: SeedStaff['role'],
  address: string,
): SeedStaff => ({ key, nickname, role, address: place(address) })

const distributor = (
  key: string,
  nickname: string,
  tier: SeedTierKey,
  inviterKey: string | null,
  managerKey: string,
  joinedOnDay: number,
  zeal: number,
  address: string,
): SeedDistributor => ({
  key,
  nickname,
  role: 'distributor',
  tier,
  inviterKey,
  managerKey,
  joinedOnDay,
  zeal,
  address: place(address),
})

const shopper = (
  key: string,
  nickname: string,
  boundTo: string | null,
  appetite: number,
  address: string,
): SeedShopper => ({ key, nickname, role: 'shopper', boundTo, appetite, address: place(address) })

// prettier-ignore
export const seedStaff: readonly SeedStaff[] = [
  staff('owner', '程知白', 'owner', '浙江省/杭州市/西湖区/龙井路茶与礼铺面 2 号'),
  staff('finance', '梁秋实', 'finance', '浙江省/杭州市/上城区/清泰街云栖里 7 幢 301'),
  staff('manager-east', '陆行简', 'manager', '浙江省/杭州市/拱墅区/运河西岸 18 号 2 单元 902'),
  staff('manager-south', '谭若川', 'manager', '广东省/广州市/荔湾区/逢源北街 45 号 602'),
]

/** Four trees, up to five generations deep: 顾云舟 → 林岚 → 沈若梅 → 许安 → 陶希. */
// prettier-ignore
export const seedDistributors: readonly SeedDistributor[] = [
  // 顾云舟's tree
  distributor('yun', '顾云舟', 'jade', null, 'manager-east', 0, 9, '浙江省/杭州市/余杭区/良渚文化村竹径云山 12 幢 1 单元 501'),
  distributor('lan', '林岚', 'gold', 'yun', 'manager-east', 12, 9, '浙江省/杭州市/西湖区/文三路翠苑新村 6 幢 402'),
  distributor('mei', '沈若梅', 'silver', 'lan', 'manager-east', 36, 8, '浙江省/绍兴市/越城区/仓桥直街 31 号'),
  distributor('an', '许安', 'sprout', 'mei', 'manager-east', 95, 4, '浙江省/宁波市/鄞州区/钱湖北路锦绣苑 9 幢 1103'),
  distributor('xi', '陶希', 'sprout', 'an', 'manager-east', 180, 3, '浙江省/台州市/椒江区/葭沚街道星明里 4 幢 602'),
  distributor('rui', '唐瑞', 'sprout', 'mei', 'manager-east', 120, 3, '江苏省/苏州市/吴中区/石湖西路荷塘里 15 幢 703'),
  distributor('qing', '叶青禾', 'sprout', 'mei', 'manager-east', 210, 2, '上海市/上海市/徐汇区/天平路 288 弄 5 号 401'),
  distributor('bo', '何博远', 'silver', 'lan', 'manager-east', 58, 6, '江苏省/无锡市/梁溪区/南长街清名里 22 号'),
  distributor('ting', '苏婷', 'silver', 'lan', 'manager-east', 74, 6, '安徽省/合肥市/包河区/望江东路桂雨园 3 幢 1204'),
  distributor('hao', '周浩然', 'gold', 'yun', 'manager-east', 20, 7, '上海市/上海市/浦东新区/锦绣路 1580 弄 21 号 902'),
  distributor('jing', '陈静姝', 'silver', 'hao', 'manager-east', 65, 5, '上海市/上海市/静安区/昌平路 700 弄 8 号 1502'),
  distributor('min', '冯敏', 'sprout', 'jing', 'manager-east', 140, 3, '江苏省/南京市/玄武区/珠江路成贤里 17 号 305'),
  distributor('xue', '白雪', 'sprout', 'min', 'manager-east', 235, 2, '江苏省/扬州市/广陵区/东关街马家巷 9 号'),
  distributor('feng', '邓峰', 'sprout', 'jing', 'manager-east', 160, 2, '山东省/青岛市/市南区/金口路观海里 26 号 2 单元 301'),
  distributor('lei', '罗磊', 'sprout', 'hao', 'manager-east', 110, 3, '江西省/南昌市/红谷滩区/丰和中大道滨江里 8 幢 2001'),
  // 宋川's tree
  distributor('chuan', '宋川', 'jade', null, 'manager-south', 4, 8, '广东省/广州市/越秀区/东山口恤孤院路 19 号'),
  distributor('ping', '韩萍', 'gold', 'chuan', 'manager-south', 26, 7, '广东省/深圳市/南山区/海德二道蔚蓝里 3 栋 18C'),
  distributor('li', '欧阳莉', 'silver', 'ping', 'manager-south', 80, 5, '广东省/佛山市/禅城区/祖庙路福贤里 11 座 604'),
  distributor('ying', '钟颖', 'sprout', 'li', 'manager-south', 170, 3, '广东省/中山市/石岐区/孙文西路 66 号 3 楼'),
  distributor('wen', '魏文博', 'sprout', 'ping', 'manager-south', 125, 3, '湖南省/长沙市/岳麓区/阜埠河路桃花里 2 栋 1406'),
  distributor('dong', '蒋东升', 'silver', 'chuan', 'manager-south', 52, 5, '福建省/厦门市/思明区/华新路 32 号'),
  distributor('gang', '马刚', 'sprout', 'dong', 'manager-south', 150, 2, '福建省/泉州市/鲤城区/西街象峰巷 14 号'),
  // 方真's tree
  distributor('zhen', '方真', 'gold', null, 'manager-east', 30, 6, '北京市/北京市/东城区/雍和宫大街五道营胡同 53 号'),
  distributor('hui', '袁慧敏', 'silver', 'zhen', 'manager-east', 88, 5, '北京市/北京市/海淀区/成府路蓝旗营 7 号楼 1203'),
  distributor('nan', '贺楠', 'sprout', 'hui', 'manager-east', 190, 2, '天津市/天津市/和平区/大理道 64 号 2 门 201'),
  distributor('kai', '曾凯', 'sprout', 'zhen', 'manager-east', 135, 3, '陕西省/西安市/碑林区/书院门 28 号院 3 号楼 502'),
  // 彭舒's tree
  distributor('shu', '彭舒', 'silver', null, 'manager-south', 45, 5, '四川省/成都市/青羊区/宽巷子旁支矶石街 40 号'),
  distributor('tao', '杜涛', 'sprout', 'shu', 'manager-south', 155, 3, '重庆市/重庆市/渝中区/中山四路 81 号 5-2'),
]

// prettier-ignore
export const seedShoppers: readonly SeedShopper[] = [
  // brought by 沈若梅 and those she invited
  shopper('xia', '夏知微', 'mei', 8, '浙江省/绍兴市/柯桥区/柯岩大道鉴湖里 6 幢 801'),
  shopper('qiu', '邱晓晨', 'mei', 6, '浙江省/杭州市/滨江区/江南大道春和里 10 幢 1602'),
  shopper('he', '贺兰亭', 'mei', 5, '江苏省/苏州市/姑苏区/平江路大儒巷 38 号'),
  shopper('jia', '贾若愚', 'mei', 4, '浙江省/嘉兴市/南湖区/中山东路梅湾里 3 幢 402'),
  shopper('yi', '易安然', 'an', 3, '浙江省/宁波市/海曙区/月湖西岸 21 号 602'),
  shopper('song', '宋词', 'rui', 3, '江苏省/常州市/天宁区/青果巷 77 号'),
  // brought by 林岚 and the rest of her tree
  shopper('zhao', '赵明德', 'lan', 8, '浙江省/杭州市/上城区/南宋御街后市巷 16 号'),
  shopper('qian', '钱小满', 'lan', 6, '浙江省/湖州市/吴兴区/衣裳街 52 号 301'),
  shopper('sun', '孙一诺', 'lan', 4, '浙江省/金华市/婺城区/八咏路古子城 9 号'),
  shopper('wu', '吴桐', 'bo', 5, '江苏省/无锡市/滨湖区/蠡溪路湖畔里 12 幢 502'),
  shopper('zheng', '郑重', 'ting', 4, '安徽省/黄山市/屯溪区/老街三马路 23 号'),
  shopper('wang', '王念慈', 'yun', 7, '浙江省/温州市/鹿城区/五马街谢池巷 5 号 401'),
  shopper('gu', '古月', 'yun', 4, '上海市/上海市/长宁区/新华路 211 弄 3 号 202'),
  // brought by 周浩然 and his tree
  shopper('feng-y', '冯远山', 'hao', 6, '上海市/上海市/杨浦区/国权路 39 弄 12 号 601'),
  shopper('wei', '卫青青', 'jing', 5, '上海市/上海市/黄浦区/建国西路 135 弄 7 号 301'),
  shopper('jiang', '姜予安', 'min', 3, '江苏省/南京市/鼓楼区/宁海路颐和里 18 号'),
  shopper('shen', '申屠宁', 'lei', 2, '江西省/景德镇市/珠山区/陶阳里 44 号'),
  // brought by 宋川 and his tree
  shopper('han', '韩东君', 'chuan', 6, '广东省/广州市/天河区/体育东路育蕾里 8 栋 1901'),
  shopper('yang', '杨柳岸', 'ping', 6, '广东省/深圳市/福田区/莲花路彩田里 5 栋 12B'),
  shopper('zhu', '朱砂', 'ping', 4, '广东省/东莞市/南城区/鸿福路元美里 2 栋 1703'),
  shopper('qin', '秦观澜', 'li', 3, '广东省/珠海市/香洲区/情侣中路海韵里 9 栋 804'),
  shopper('you', '尤佳', 'dong', 4, '福建省/福州市/鼓楼区/三坊七巷黄巷 25 号'),
  // brought by 方真, 彭舒 and theirs
  shopper('kong', '孔维康', 'zhen', 5, '北京市/北京市/朝阳区/百子湾路今日里 4 号楼 2205'),
  shopper('cao', '曹小禾', 'hui', 4, '北京市/北京市/西城区/什刹海南官房胡同 61 号'),
  shopper('yan', '严歌', 'kai', 2, '陕西省/西安市/雁塔区/大雁塔北广场芙蓉里 6 幢 1101'),
  shopper('hua', '华彦', 'shu', 5, '四川省/成都市/锦江区/镋钯街 88 号 3 栋 702'),
  // found the shop themselves
  shopper('jin', '金子涵', null, 5, '湖北省/武汉市/武昌区/昙华林 32 号'),
  shopper('tao-r', '陶然', null, 4, '云南省/昆明市/五华区/翠湖北路 19 号 2 单元 401'),
  shopper('qi', '戚长安', null, 3, '河南省/郑州市/金水区/东明路文苑里 7 幢 1502'),
  shopper('xie', '谢道一', null, 3, '辽宁省/大连市/中山区/南山风情里 30 号'),
  shopper('zou', '邹雨桐', null, 2, '广西壮族自治区/桂林市/秀峰区/正阳路 14 号 503'),
  shopper('yu', '喻文山', null, 6, '浙江省/杭州市/临平区/藕花洲大街荷禹里 11 幢 903'),
]

export const seedPeople: readonly SeedPerson[] = [
  ...seedStaff,
  ...seedDistributors,
  ...seedShoppers,
]
