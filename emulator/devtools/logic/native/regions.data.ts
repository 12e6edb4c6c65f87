/** A few real places by province and city, enough to choose an address: WeChat's own list is far longer. */
export const REGIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  北京市: { 北京市: ['东城区', '西城区', '朝阳区', '海淀区'] },
  上海市: { 上海市: ['黄浦区', '徐汇区', '浦东新区', '闵行区'] },
  浙江省: {
    杭州市: ['上城区', '拱墅区', '西湖区', '滨江区', '余杭区'],
    宁波市: ['海曙区', '江北区', '鄞州区'],
  },
  广东省: {
    广州市: ['荔湾区', '越秀区', '海珠区', '天河区'],
    深圳市: ['罗湖区', '福田区', '南山区', '宝安区'],
  },
  福建省: { 福州市: ['鼓楼区', '台江区'], 泉州市: ['鲤城区', '丰泽区', '安溪县'] },
  四川省: { 成都市: ['锦江区', '青羊区', '武侯区'] },
}

/** The administrative codes of provinces and cities above. */
export const REGION_CODES: Readonly<Record<string, string>> = {
  北京市: '110000',
  上海市: '310000',
  浙江省: '330000',
  杭州市: '330100',
  宁波市: '330200',
  广东省: '440000',
  广州市: '440100',
  深圳市: '440300',
  福建省: '350000',
  福州市: '350100',
  泉州市: '350500',
  四川省: '510000',
  成都市: '510100',
}
