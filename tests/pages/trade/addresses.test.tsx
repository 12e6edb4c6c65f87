// 收货地址: the book, and the form that writes into it.
import { afterEach, describe, expect, it } from 'vitest'
import { useChosenAddress } from '@/features/trade/chosen-address'
import AddressEditPage from '@/pages/trade/address-edit'
import AddressesPage from '@/pages/trade/addresses'
import { isLoading } from '../mall/enter'
import { fakeCloud, lostAnswer, never, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import { visits } from '../support/taro'
import { mountainBuyer, teaBuyer } from './orders.data'

let cloud: FakeCloud
afterEach(async () => {
  await leave()
  cloud.restore()
  useChosenAddress.setState({ addressId: null })
})

const book = (buyer: typeof teaBuyer) => ({ addresses: buyer.addresses })
const openBook = async (params: Record<string, string> = {}) => {
  const screen = await render(<AddressesPage />, { params })
  await screen.settle()
  return screen
}

describe('地址簿', () => {
  it('等待、出错、重试', async () => {
    cloud = fakeCloud({ 'mall.listAddresses': never })
    expect(isLoading(await openBook())).toBe(true)
    cloud.answer({ 'mall.listAddresses': refuse('INTERNAL') })
    const screen = await openBook()
    cloud.answer({ 'mall.listAddresses': book(teaBuyer) })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('周知夏')
  })

  it('手机号遮住中间四位；直辖市不写两遍', async () => {
    cloud = fakeCloud({ 'mall.listAddresses': book(mountainBuyer) })
    const screen = await openBook()
    expect(screen.text()).toContain('139****0002')
    expect(screen.text()).toContain('北京市 海淀区 中关村大街 5 号')
    expect(screen.text()).not.toContain('北京市 北京市')
  })

  it('没有地址时去加一个', async () => {
    cloud = fakeCloud({ 'mall.listAddresses': { addresses: [] } })
    const screen = await openBook()
    await screen.tap('加地址')
    expect(visits).toEqual(['navigateTo /pages/trade/address-edit/index'])
  })

  it('从结算页来，点一个就带着回去', async () => {
    cloud = fakeCloud({ 'mall.listAddresses': book(teaBuyer) })
    const screen = await openBook({ choose: '1' })
    expect(screen.find('寄到龙井路 1 号').getAttribute('aria-checked')).toBe('true')
    await screen.tap('文三路 90 号')
    expect(useChosenAddress.getState().addressId).toBe('adr_office')
    expect(visits).toEqual(['navigateBack'])
  })

  it('删除先问；删了选中的，就回到默认地址', async () => {
    useChosenAddress.setState({ addressId: 'adr_chen' })
    cloud = fakeCloud({ 'mall.listAddresses': book(mountainBuyer), 'mall.removeAddress': {} })
    const screen = await openBook()
    await screen.tap('删除')
    expect(screen.text()).toContain('删除陈大山的地址？')
    expect(cloud.callsOf('mall.removeAddress')).toEqual([])
    cloud.answer({ 'mall.listAddresses': { addresses: [] } })
    await screen.tap('删掉')
    await screen.settle()
    expect(cloud.callsOf('mall.removeAddress')[0]?.input).toEqual({ id: 'adr_chen' })
    expect(useChosenAddress.getState().addressId).toBeNull()
    expect(screen.text()).toContain('还没有收货地址')
  })
})

const openForm = async (params: Record<string, string> = {}) => {
  const screen = await render(<AddressEditPage />, { params })
  await screen.settle()
  return screen
}

describe('写地址', () => {
  it('没填对的先指出来，不发出去', async () => {
    cloud = fakeCloud({ 'mall.listAddresses': { addresses: [] } })
    const screen = await openForm()
    await screen.type('手机号', '1380000')
    await screen.tap('保存地址')
    expect(screen.text()).toContain('写上收货人')
    expect(screen.text()).toContain('手机号是 1 开头的 11 位数字')
    expect(cloud.callsOf('mall.saveAddress')).toEqual([])
  })

  it('第一个地址就是默认地址，存好就回去', async () => {
    cloud = fakeCloud({
      'mall.listAddresses': { addresses: [] },
      'mall.saveAddress': { id: 'adr_1' },
    })
    const screen = await openForm()
    const [first] = mountainBuyer.addresses
    const { id: _id, isDefault: _isDefault, ...written } = first!
    const labels = { name: '收货人', phone: '手机号', detail: '详细地址' } as const
    const region = { province: '省份', city: '城市', district: '区县' } as const
    for (const [field, label] of Object.entries({ ...labels, ...region })) {
      await screen.type(label, written[field as keyof typeof written])
    }
    await screen.tap('保存地址')
    expect(cloud.callsOf('mall.saveAddress')[0]?.input).toEqual({ ...written, isDefault: true })
    expect(visits).toEqual(['navigateBack'])
  })

  it('改的是原来那一条', async () => {
    cloud = fakeCloud({
      'mall.listAddresses': book(teaBuyer),
      'mall.saveAddress': { id: 'adr_office' },
    })
    const screen = await openForm({ id: 'adr_office' })
    await screen.type('详细地址', '文三路 91 号')
    await screen.tap('保存地址')
    expect(cloud.callsOf('mall.saveAddress')[0]?.input).toMatchObject({
      id: 'adr_office',
      detail: '文三路 91 号',
      isDefault: false,
    })
  })

  it('没存上时写的字都还在', async () => {
    cloud = fakeCloud({ 'mall.listAddresses': book(teaBuyer), 'mall.saveAddress': lostAnswer() })
    const screen = await openForm({ id: 'adr_office' })
    await screen.type('详细地址', '文三路 92 号')
    await screen.tap('保存地址')
    expect(screen.text()).toContain('地址没有存上')
    expect(screen.find('详细地址')).toBeDefined()
    const [area] = screen.all('textarea') as unknown as HTMLTextAreaElement[]
    expect(area?.value).toBe('文三路 92 号')
    expect(visits).toEqual([])
  })

  it('别处删掉了的地址，说一声', async () => {
    cloud = fakeCloud({ 'mall.listAddresses': book(teaBuyer) })
    expect((await openForm({ id: 'adr_gone' })).text()).toContain('这个地址已经删除了')
  })

  it('手机里有地址簿时，可以直接填', async () => {
    const { id: _id, isDefault: _isDefault, ...chosen } = mountainBuyer.addresses[0]!
    cloud = fakeCloud(
      { 'mall.listAddresses': { addresses: [] }, 'mall.saveAddress': { id: 'adr_2' } },
      { chooseAddress: () => Promise.resolve(chosen) },
    )
    const screen = await openForm()
    await screen.tap('用微信里的地址')
    await screen.tap('保存地址')
    expect(cloud.callsOf('mall.saveAddress')[0]?.input).toMatchObject(chosen)
  })
})
