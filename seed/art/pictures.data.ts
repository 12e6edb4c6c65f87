// Every picture of the demo shop by its key: which vessel, in which colours, under which name.
import { drawCaddy } from './draw-caddy'
import { drawCake } from './draw-cake'
import { drawCarton } from './draw-carton'
import { drawCups } from './draw-cups'
import { drawFlask } from './draw-flask'
import { drawGaiwan } from './draw-gaiwan'
import { drawGiftBox } from './draw-gift-box'
import { drawHamper } from './draw-hamper'
import { drawHills } from './draw-hills'
import { drawJar } from './draw-jar'
import { drawKettle } from './draw-kettle'
import { drawPastryBox } from './draw-pastry-box'
import { drawPitcher } from './draw-pitcher'
import { drawPlate } from './draw-plate'
import { drawPouch } from './draw-pouch'
import { drawSampler } from './draw-sampler'
import { drawTeaBags } from './draw-tea-bags'
import { drawTeaTools } from './draw-tea-tools'
import { drawTeaTray } from './draw-tea-tray'
import { drawTeapot } from './draw-teapot'
import { drawTin } from './draw-tin'
import { drawTravelSet } from './draw-travel-set'
import { drawWoodenBox } from './draw-wooden-box'
import { scene, type Backdrop } from './paint'

const grounds = {
  sand: { wall: '#EFE3CF', wallLow: '#E4D3B8', table: '#D9C5A5' },
  moss: { wall: '#E6ECDD', wallLow: '#D5DFCA', table: '#C6D2B9' },
  linen: { wall: '#EBE2D6', wallLow: '#DDD0BF', table: '#CDBDA8' },
  clay: { wall: '#E9DDD2', wallLow: '#DCCABB', table: '#CBB5A2' },
  mist: { wall: '#E4E9E8', wallLow: '#D3DCDA', table: '#C2CDCA' },
  honey: { wall: '#F3E8D0', wallLow: '#EBDCBC', table: '#DECAA2' },
  blush: { wall: '#F1E4DA', wallLow: '#E8D5C7', table: '#DBC3B2' },
  slate: { wall: '#E5E6EC', wallLow: '#D6D8E1', table: '#C6C9D4' },
  jade: { wall: '#E2EBE2', wallLow: '#CFDDD3', table: '#B9CBBF' },
  lilac: { wall: '#ECE5EA', wallLow: '#DDD2DA', table: '#CDBFC9' },
  wheat: { wall: '#F0E9D2', wallLow: '#E3DABB', table: '#D2C6A0' },
} satisfies Record<string, Backdrop>

const on = (ground: keyof typeof grounds, thing: string): string => scene(grounds[ground], thing)

/** Product pictures, 600 × 600 when rasterised. */
// prettier-ignore
export const productPictures = {
  // 绿茶
  'longjing-tin': on('moss', drawTin({ label: '龙井', mark: '明前', colour: '#517A58', leaf: '#7C9B5F' })),
  'biluochun-caddy': on('jade', drawCaddy({ label: '碧螺春', mark: '洞庭', colour: '#7FA79B', decor: 'cloud', leaf: '#6F8F5E' })),
  'anji-pouch': on('wheat', drawPouch({ label: '安吉白茶', colour: '#A9B57C', mark: '春', decor: 'bamboo' })),
  'maofeng-carton': on('moss', drawCarton({ label: '黄山毛峰', mark: '徽', colour: '#6F9488', leaf: '#7C9B5F' })),
  'houkui-tin': on('mist', drawTin({ label: '太平猴魁', mark: '魁', colour: '#3F6467', build: 'tall', decor: 'bamboo', leaf: '#5E7F4C' })),
  'chaoqing-kraft': on('wheat', drawPouch({ label: '炒青', colour: '#BD9A6A', mark: '日常', decor: 'leaves', ink: '#3F5A35', isKraft: true })),
  // 岩茶
  'rougui-box': on('sand', drawGiftBox({ label: '肉桂', mark: '礼', colour: '#7B2E1F' })),
  'dahongpao-tin': on('blush', drawTin({ label: '大红袍', mark: '岩', colour: '#8F3B2C', build: 'squat', decor: 'hills', leaf: '#5C4433' })),
  'shuixian-wood': on('linen', drawWoodenBox({ label: '老枞水仙', mark: '枞', wood: '#A9774A' })),
  'tieluohan-caddy': on('clay', drawCaddy({ label: '铁罗汉', mark: '焙', colour: '#4E4A45', decor: 'hills', leaf: '#5C4433' })),
  'yancha-sampler': on('sand', drawSampler({ title: '岩茶四样', card: '#5B2A20', tins: [['肉桂', '#A5523A'], ['水仙', '#6E7F5A'], ['奇兰', '#B48A45'], ['佛手', '#4F6472']] })),
  'qizhong-kraft': on('clay', drawPouch({ label: '武夷奇种', colour: '#A07B54', mark: '口粮', decor: 'hills', ink: '#4B2C1C', isKraft: true })),
  'niulankeng-box': on('slate', drawGiftBox({ label: '牛栏坑', mark: '藏', colour: '#2E2B2A', trim: '#D0AC62', band: '#E9D9B2', decor: 'hills' })),
  // 白茶
  'laobai-cake': on('linen', drawCake({ label: '老白茶', mark: '贰一', colour: '#E9DCBF', ink: '#3E3322' })),
  'yinzhen-pouch': on('slate', drawPouch({ label: '白毫银针', colour: '#455872' })),
  'mudan-tin': on('mist', drawTin({ label: '白牡丹', mark: '福鼎', colour: '#A7B1A6', paper: '#FBF8EE', ink: '#42503F', build: 'tall', decor: 'plum', leaf: '#8E9F8C' })),
  'shoumei-cake': on('wheat', drawCake({ label: '寿眉', mark: '春', colour: '#6B5335', ink: '#4A3820', isUnwrapped: true })),
  'longzhu-box': on('mist', drawPastryBox({ colour: '#5F7A72', shape: 'ball', label: '白茶龙珠', pieces: ['#EFE8D6', '#DDE3D3', '#EFE8D6', '#E8D9C4', '#DDE3D3', '#EFE8D6', '#E8D9C4', '#EFE8D6', '#EFE8D6', '#E8D9C4', '#DDE3D3', '#EFE8D6'] })),
  'chenpi-jar': on('honey', drawJar({ label: '陈皮', note: '配老白茶', filling: 'peel', colour: '#B9733A', lid: 'wood', cloth: '#6B4B2E' })),
  // 红茶花茶
  'jinjunmei-tin': on('honey', drawTin({ label: '金骏眉', mark: '桐木', colour: '#A8813F', build: 'tall', decor: 'cloud', leaf: '#5C4433' })),
  'zhengshan-pouch': on('blush', drawPouch({ label: '正山小种', colour: '#7A3B35', mark: '松烟', decor: 'plum' })),
  'dianhong-carton': on('sand', drawCarton({ label: '凤庆滇红', mark: '滇', colour: '#B2643C', decor: 'leaves', leaf: '#6B4023' })),
  'jasmine-tin': on('jade', drawTin({ label: '茉莉', mark: '七窨', colour: '#DCE2CF', ink: '#3E5A45', build: 'squat', decor: 'orchid', leaf: '#8DA679' })),
  'osmanthus-jar': on('wheat', drawJar({ label: '桂花', note: '配乌龙', filling: 'tea', colour: '#6F6A3A', lid: 'wood', cloth: '#A97B45' })),
  'rose-jar': on('blush', drawJar({ label: '玫瑰', note: '平阴重瓣', filling: 'roses', colour: '#B5596A', lid: 'cloth', cloth: '#8E4553' })),
  'taiju-jar': on('lilac', drawJar({ label: '胎菊', note: '桐乡头采', filling: 'chrysanthemums', colour: '#DDB04A', lid: 'wood', cloth: '#54483A' })),
  'jasmine-bags': on('moss', drawTeaBags({ label: '茉莉绿茶', note: '十五包', colour: '#7E9E7C', tea: '#6F8A52' })),
  // 茶器
  'shipiao-pot': on('clay', drawTeapot({ colour: '#8A4833', form: 'stone-ladle', decor: 'bamboo' })),
  'xishi-pot': on('blush', drawTeapot({ colour: '#B65A3C', form: 'round', decor: 'plum' })),
  'white-gaiwan': on('mist', drawGaiwan({ colour: '#F3F2EB', decor: 'orchid' })),
  'celadon-gaiwan': on('linen', drawGaiwan({ colour: '#A9C3B4', rim: '#B8934F' })),
  'glass-pitcher': on('honey', drawPitcher({ tea: '#C9772B' })),
  'celadon-cups': on('sand', drawCups({ colour: '#9FBFB2', second: '#E9E4D6', tea: '#C98A3A', decor: 'none' })),
  'bamboo-tray': on('moss', drawTeaTray({ wood: '#B98A52', pot: '#6E3B2B', cup: '#F1EDE2' })),
  'tea-tools': on('linen', drawTeaTools({ wood: '#A9783F', label: '茶道' })),
  'iron-kettle': on('slate', drawKettle({ colour: '#4A4743' })),
  'travel-set': on('jade', drawTravelSet({ shell: '#4F6B66', ware: '#EDE9DD', label: '行旅' })),
  'steel-flask': on('lilac', drawFlask({ colour: '#3F5E54', mark: '焖' })),
  // 茶点礼盒
  'pastry-six': on('blush', drawPastryBox({ colour: '#9C4632', shape: 'flower', pieces: ['#E9C07A', '#BFCB9B', '#E6B3A6', '#EADBA6', '#D3A468', '#C9B5CF'] })),
  'mung-plate': on('moss', drawPlate({ cake: '#C8CE96', plate: '#EFEDE4', stamp: '绿' })),
  'osmanthus-plate': on('honey', drawPlate({ cake: '#E6CF98', plate: '#8FA9A3', stamp: '桂', strewn: '#E9B03F' })),
  'osmanthus-honey': on('honey', drawJar({ label: '桂花', note: '冬酿蜜', filling: 'honey', colour: '#D9992F', lid: 'wood' })),
  'walnut-jar': on('clay', drawJar({ label: '核桃', note: '琥珀糖衣', filling: 'walnuts', colour: '#B0793F', lid: 'cloth', cloth: '#5E6E58' })),
  'kumquat-jar': on('wheat', drawJar({ label: '金桔', note: '蜜渍', filling: 'kumquats', colour: '#E39A3B', lid: 'cloth', cloth: '#A9452F' })),
  'wedding-duo': on('blush', drawSampler({ title: '喜 茶', card: '#A8392B', tins: [['良缘', '#B9463A'], ['永结', '#C99B4B']] })),
  'newyear-box': on('sand', drawGiftBox({ label: '新春', mark: '福', colour: '#A6352A', trim: '#E0BB6C', decor: 'plum', isTied: true })),
  'moon-box': on('slate', drawGiftBox({ label: '月满', mark: '秋', colour: '#3B5670', trim: '#D9BE84', decor: 'cloud', isTied: true })),
  'harvest-hamper': on('moss', drawHamper({ basket: '#B98D57', label: '年', ribbon: '#A93F2B' })),
} as const

const gardenRidges = ['#C3D1BB', '#8FB096', '#4F7F65', '#2C5A46']

/** Square views shared by galleries. */
// prettier-ignore
export const galleryPictures = {
  'garden': drawHills({ width: 240, height: 240, sky: ['#F5EBD3', '#E7E6CF'], disc: [0.7, 0.3, 0.1, '#EBC27C'], ridges: gardenRidges, phase: 0.6 }),
  'brew-green': on('moss', drawCups({ colour: '#F3F1E8', tea: '#C5CB7A', decor: 'bamboo', ink: '#6F8F5E' })),
  'brew-amber': on('clay', drawCups({ colour: '#F1EDE2', second: '#7E4A36', tea: '#BE6A2A', decor: 'plum', ink: '#7A4A3A' })),
  'brew-pale': on('mist', drawCups({ colour: '#F6F4EC', second: '#D5DDD8', tea: '#E2BE72', decor: 'orchid' })),
} as const

/** Banners, 3 × 343 by 3 × 184; the upper left is left plain for words. */
// prettier-ignore
export const bannerPictures = {
  'banner-winter': drawHills({ width: 343, height: 184, sky: ['#D9E3EA', '#F3ECE2'], disc: [0.76, 0.32, 0.12, '#FBF3DF'], ridges: ['#D3DEE4', '#AFC1CB', '#7C95A3', '#4A6676'], phase: 2.4 }),
  'banner-spring': drawHills({ width: 343, height: 184, sky: ['#EAF0E0', '#DCE8D4'], disc: [0.82, 0.26, 0.1, '#F6F3DE'], ridges: ['#CFDDBE', '#A9C493', '#7CA370', '#4E7F56'], phase: 0.2 }),
  'banner-gift': drawHills({ width: 343, height: 184, sky: ['#F6E6D6', '#F0D6BF'], disc: [0.72, 0.36, 0.15, '#D98A5E'], ridges: ['#DDBFA6', '#C0937A', '#96604C', '#6B3A2E'], phase: 6.2 }),
} as const

/** The product whose picture stands for a category; drawn again small. */
export const categoryPictures = {
  'category-green': productPictures['longjing-tin'],
  'category-rock': productPictures['rougui-box'],
  'category-white': productPictures['laobai-cake'],
  'category-red': productPictures['rose-jar'],
  'category-ware': productPictures['xishi-pot'],
  'category-sweets': productPictures['pastry-six'],
} as const

/** The same thing seen from nearer: `at` is the square to show, in the drawing's own units. */
const closeUp = (svg: string, at: string): string =>
  svg.replace('viewBox="0 0 240 240"', `viewBox="${at}"`)

/** Second pictures of the products people look at most. */
export const detailPictures = {
  'rougui-box-near': closeUp(productPictures['rougui-box'], '62 64 136 136'),
  'longjing-tin-near': closeUp(productPictures['longjing-tin'], '70 84 130 130'),
  'laobai-cake-near': closeUp(productPictures['laobai-cake'], '66 46 130 130'),
  'yinzhen-pouch-near': closeUp(productPictures['yinzhen-pouch'], '66 66 118 118'),
  'shipiao-pot-near': closeUp(productPictures['shipiao-pot'], '72 54 140 140'),
  'white-gaiwan-near': closeUp(productPictures['white-gaiwan'], '58 44 130 130'),
  'osmanthus-honey-near': closeUp(productPictures['osmanthus-honey'], '66 86 116 116'),
} as const

export type ProductPictureKey = keyof typeof productPictures
export type GalleryPictureKey = keyof typeof galleryPictures
export type DetailPictureKey = keyof typeof detailPictures
export type BannerPictureKey = keyof typeof bannerPictures
export type CategoryPictureKey = keyof typeof categoryPictures
export type PictureKey =
  ProductPictureKey | GalleryPictureKey | DetailPictureKey | BannerPictureKey | CategoryPictureKey
