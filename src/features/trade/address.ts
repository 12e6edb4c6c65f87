/** Addresses as a person writes and reads them. Pure. */
import type { Api } from '@/api/call'

export type Address = Api['mall.listAddresses']['output']['addresses'][number]
export type AddressDraft = Api['mall.saveAddress']['input']
export type AddressField = Exclude<keyof AddressDraft, 'id' | 'isDefault'>

type Place = Pick<Address, 'province' | 'city' | 'district' | 'detail'>

/** One line; a municipality is not named twice. */
export function placeText({ province, city, district, detail }: Place): string {
  return [province, city === province ? '' : city, district, detail].filter(Boolean).join(' ')
}

/** `138****0001`. */
export function maskedPhone(phone: string): string {
  return phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(7)}` : phone
}

export const emptyDraft: AddressDraft = {
  name: '',
  phone: '',
  province: '',
  city: '',
  district: '',
  detail: '',
  isDefault: false,
}

const wanted: Record<AddressField, string> = {
  name: '写上收货人',
  phone: '写上手机号',
  province: '填上省份',
  city: '填上城市',
  district: '填上区县',
  detail: '写上街道和门牌号',
}
const longest: Record<AddressField, number> = {
  name: 20,
  phone: 11,
  province: 20,
  city: 20,
  district: 20,
  detail: 80,
}

/** Fields that cannot be sent as they are, each with how to mend it. */
export function faultsOf(draft: AddressDraft): Partial<Record<AddressField, string>> {
  const faults: Partial<Record<AddressField, string>> = {}
  for (const field of Object.keys(wanted) as AddressField[]) {
    const text = draft[field].trim()
    if (text === '') faults[field] = wanted[field]
    else if (text.length > longest[field]) faults[field] = `最多 ${longest[field]} 个字`
  }
  if (!faults.phone && !/^1\d{10}$/.test(draft.phone.trim())) {
    faults.phone = '手机号是 1 开头的 11 位数字'
  }
  return faults
}
