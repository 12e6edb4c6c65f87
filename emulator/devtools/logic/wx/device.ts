/** What the app can know of the phone: window, WeChat, theme, battery, capsule. */
import { wxCalls, type WxHost } from './define'

const SDK_VERSION = '3.8.0'
const WECHAT_VERSION = '8.0.56'

function windowInfo(host: WxHost): object {
  const { screen, window, statusBarHeight, safeArea } = host.shell.measures()
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: screen.width,
    screenHeight: screen.height,
    windowWidth: window.width,
    windowHeight: window.height,
    statusBarHeight,
    screenTop: screen.height - window.height,
    safeArea,
  }
}

const appBaseInfo = (host: WxHost) => ({
  SDKVersion: SDK_VERSION,
  enableDebug: false,
  language: 'zh_CN',
  version: WECHAT_VERSION,
  theme: host.theme(),
  fontSizeScaleFactor: host.fontSize() / 16,
  fontSizeSetting: host.fontSize(),
  host: { env: 'WeChat', appId: '', version: 0 },
})

const deviceInfo = () => ({
  abi: 'arm64',
  benchmarkLevel: 50,
  brand: 'devtools',
  model: 'iPhone 14',
  system: 'iOS 17.0',
  platform: 'devtools',
  cpuType: '',
  memorySize: '4096',
})

const systemSetting = () => ({
  bluetoothEnabled: true,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
})

const battery = () => ({ level: 100, isCharging: true, isLowPowerModeEnabled: false })

export function device(host: WxHost): Record<string, unknown> {
  let isWarned = false
  const everything = (): object => ({
    ...windowInfo(host),
    ...appBaseInfo(host),
    ...deviceInfo(),
    ...systemSetting(),
    albumAuthorized: true,
    cameraAuthorized: true,
    locationAuthorized: true,
    microphoneAuthorized: true,
    notificationAuthorized: true,
  })
  const deprecated = (name: string) => {
    if (!isWarned) {
      host.tell(
        'warning',
        `wx.${name} is deprecated: use getWindowInfo, getAppBaseInfo, getDeviceInfo`,
      )
    }
    isWarned = true
    return everything()
  }
  return {
    getWindowInfo: () => windowInfo(host),
    getAppBaseInfo: () => appBaseInfo(host),
    getDeviceInfo: deviceInfo,
    getSystemSetting: systemSetting,
    getAppAuthorizeSetting: () => ({
      albumAuthorized: 'authorized',
      bluetoothAuthorized: 'not determined',
      cameraAuthorized: 'authorized',
      locationAuthorized: 'authorized',
      locationReducedAccuracy: false,
      microphoneAuthorized: 'authorized',
      notificationAuthorized: 'authorized',
      notificationAlertAuthorized: 'authorized',
      notificationBadgeAuthorized: 'authorized',
      notificationSoundAuthorized: 'authorized',
      phoneCalendarAuthorized: 'not determined',
    }),
    getSystemInfoSync: () => deprecated('getSystemInfoSync'),
    getMenuButtonBoundingClientRect: () => host.shell.measures().capsule,
    getSkylineInfoSync: () => ({ isSupported: false, version: '', reason: 'not supported' }),
    getRendererUserAgent: () => navigator.userAgent,
    getBatteryInfoSync: battery,
    ...wxCalls({
      getSystemInfo: () => deprecated('getSystemInfo'),
      getSystemInfoAsync: () => deprecated('getSystemInfoAsync'),
      getBatteryInfo: battery,
      getScreenBrightness: () => ({ value: 0.5 }),
      setScreenBrightness: () => undefined,
      setKeepScreenOn: () => undefined,
      setVisualEffectOnCapture: () => undefined,
      vibrateShort: () => undefined,
      vibrateLong: () => undefined,
      getSkylineInfo: () => ({ isSupported: false, version: '', reason: 'not supported' }),
      getDeviceBenchmarkInfo: () => ({ benchmarkLevel: 50, modelLevel: 3 }),
    }),
  }
}
