/** Permissions by scope: asked for at first use, remembered, changed in the settings. */
import { wxCalls, WxFailure, type WxHost } from './define'
import { awaitAgreement } from './privacy'
import { takeParameters } from './take-parameters'

/** What the sheet says the app wants. */
const SCOPES: Readonly<Record<string, string>> = {
  'scope.userLocation': '获取你的位置信息',
  'scope.userFuzzyLocation': '获取你的模糊位置信息',
  'scope.userLocationBackground': '在后台使用你的位置信息',
  'scope.record': '使用你的麦克风',
  'scope.camera': '使用你的摄像头',
  'scope.bluetooth': '使用你的蓝牙',
  'scope.writePhotosAlbum': '保存图片或视频到你的相册',
  'scope.addPhoneContact': '添加到你的联系人',
  'scope.addPhoneCalendar': '添加到你的日历',
  'scope.werun': '获取你的微信运动步数',
}
const LABELS: Readonly<Record<string, string>> = {
  'scope.userLocation': '地理位置',
  'scope.userFuzzyLocation': '模糊地理位置',
  'scope.record': '麦克风',
  'scope.camera': '摄像头',
  'scope.writePhotosAlbum': '添加到相册',
}

/** Null: never asked. An explicit choice made since the person last answered is what counts. */
function permitOf(host: WxHost, scope: string): boolean | null {
  const choice = host.choices().permissions[scope] ?? 'ask'
  const permit = host.phone.permits.get(scope)
  if (permit && permit.under === choice) return permit.isAllowed
  return null
}

function remember(host: WxHost, scope: string, isAllowed: boolean): boolean {
  const under = host.choices().permissions[scope] ?? 'ask'
  host.phone.permits.set(scope, { isAllowed, under })
  return isAllowed
}

async function ask(host: WxHost, scope: string): Promise<boolean> {
  const choice = host.choices().permissions[scope] ?? 'ask'
  if (choice !== 'ask') return remember(host, scope, choice === 'allow')
  const answer = await host.shell.ask({
    kind: 'permission',
    title: SCOPES[scope] ?? scope,
    content: host.manifest.app.permission[scope]?.desc ?? '',
    confirmText: '允许',
    cancelText: '拒绝',
  })
  return remember(host, scope, answer.verdict === 'confirm')
}

/** Lets an API through, or not. @throws WxFailure `auth deny` */
export async function awaitPermission(host: WxHost, scope: string): Promise<void> {
  const isAllowed = permitOf(host, scope) ?? (await ask(host, scope))
  if (!isAllowed) throw new WxFailure('auth deny')
}

function authSetting(host: WxHost): Record<string, boolean> {
  const asked: Record<string, boolean> = {}
  for (const scope of Object.keys(SCOPES)) {
    const choice = host.choices().permissions[scope]
    const permit = permitOf(host, scope)
    if (permit !== null) asked[scope] = permit
    else if (host.phone.permits.has(scope) && choice && choice !== 'ask') {
      asked[scope] = choice === 'allow'
    }
  }
  return asked
}

/** The settings page: a switch for every permission asked so far. */
export async function openSetting(host: WxHost): Promise<object> {
  const before = authSetting(host)
  const answer = await host.shell.ask({
    kind: 'setting',
    title: '设置',
    content: Object.keys(before).length === 0 ? '小程序还没有使用过任何权限' : '允许小程序使用',
    confirmText: '返回',
    cancelText: null,
    switches: Object.entries(before).map(([name, isOn]) => ({
      name,
      label: LABELS[name] ?? name,
      isOn,
    })),
  })
  const after =
    answer.verdict === 'confirm' ? (answer.value as Record<string, boolean> | undefined) : undefined
  for (const [scope, isAllowed] of Object.entries(after ?? {})) {
    if (isAllowed !== before[scope]) remember(host, scope, isAllowed)
  }
  return { authSetting: authSetting(host) }
}

export function permissions(host: WxHost): Record<string, unknown> {
  return wxCalls({
    getSetting: (options) => ({
      authSetting: authSetting(host),
      ...(options['withSubscriptions'] === true
        ? {
            subscriptionsSetting: {
              mainSwitch: host.choices().subscribe !== 'off',
              itemSettings: {},
            },
          }
        : {}),
    }),
    authorize: async (options) => {
      const { scope } = takeParameters(options, { scope: 'String' })
      if (!(scope in SCOPES)) throw new WxFailure(`invalid scope ${scope}`)
      await awaitAgreement(host, 'authorize')
      await awaitPermission(host, scope)
    },
    openSetting: () => openSetting(host),
    openAppAuthorizeSetting: () => undefined,
  })
}
