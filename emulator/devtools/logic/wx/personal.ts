/** What the person gives by choice: places, addresses, codes scanned, the clipboard. */
import { askWeChat } from './ask-wechat'
import { wxCalls, WxFailure, type WxHost } from './define'
import { awaitPermission } from './permissions'
import { awaitAgreement } from './privacy'
import { takeParameters } from './take-parameters'

/** APIs of places work only when app.json names them. */
function checkDeclared(host: WxHost, api: string): void {
  if (host.manifest.app.requiredPrivateInfos?.includes(api)) return
  host.tell('platform', `wx.${api} must be declared in app.json's requiredPrivateInfos`)
  throw new WxFailure(
    'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
  )
}

async function placeOf(host: WxHost, api: string, scope: string | null) {
  checkDeclared(host, api)
  await awaitAgreement(host, api)
  if (scope !== null) await awaitPermission(host, scope)
  const { location } = host.choices()
  if (!location)
    throw new WxFailure(api === 'chooseLocation' ? 'cancel' : 'system permission denied')
  return location
}

async function scanCode(host: WxHost): Promise<object> {
  const { scan } = host.choices()
  if (scan === null) throw new WxFailure('cancel')
  if (!scan.startsWith('data:')) {
    return {
      result: scan,
      scanType: 'QR_CODE',
      charSet: 'UTF-8',
      rawData: btoa(unescape(encodeURIComponent(scan))),
    }
  }
  const { page, query, path } = await askWeChat(host, 'scan', { image: scan })
  // A mini-program's own code is not text: WeChat gives its path.
  return {
    result: '',
    scanType: 'WX_CODE',
    charSet: 'UTF-8',
    rawData: '',
    path: typeof path === 'string' ? path : '',
    page,
    query,
  }
}

export function personal(host: WxHost): Record<string, unknown> {
  return wxCalls({
    getLocation: async () => {
      const { latitude, longitude } = await placeOf(host, 'getLocation', 'scope.userLocation')
      const exact = {
        accuracy: 65,
        altitude: 0,
        speed: -1,
        verticalAccuracy: 65,
        horizontalAccuracy: 65,
      }
      return { latitude, longitude, ...exact }
    },
    getFuzzyLocation: async () => {
      const place = await placeOf(host, 'getFuzzyLocation', 'scope.userFuzzyLocation')
      const fuzzy = (degrees: number) => Math.round(degrees * 100) / 100
      return { latitude: fuzzy(place.latitude), longitude: fuzzy(place.longitude) }
    },
    chooseLocation: async () => ({ ...(await placeOf(host, 'chooseLocation', null)) }),
    openLocation: (options) => {
      const { latitude, longitude } = takeParameters(options, {
        latitude: 'Number',
        longitude: 'Number',
      })
      const { name } = takeParameters(options, { name: 'String?' })
      const content = `${name ?? ''} ${latitude}, ${longitude}`.trim()
      void host.shell.ask({
        kind: 'map',
        title: '位置',
        content,
        confirmText: '返回',
        cancelText: null,
      })
    },
    chooseAddress: async () => {
      checkDeclared(host, 'chooseAddress')
      await awaitAgreement(host, 'chooseAddress')
      const { address } = host.choices()
      if (!address) throw new WxFailure('cancel')
      return {
        ...address,
        detailInfoNew: address.detailInfo,
        streetName: '',
        telNumber: address.telNumber,
      }
    },
    scanCode: () => scanCode(host),
    setClipboardData: async (options) => {
      const { data } = takeParameters(options, { data: 'String' })
      await awaitAgreement(host, 'setClipboardData')
      host.phone.clipboard = data
      host.shell.showToast({ title: '内容已复制', icon: 'none', durationMs: 1500, mask: false })
    },
    getClipboardData: async () => {
      await awaitAgreement(host, 'getClipboardData')
      return { data: host.phone.clipboard }
    },
  })
}
