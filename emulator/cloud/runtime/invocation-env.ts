/** The environment a function instance lives in, and what is added for each single invocation. */
import type { DeployedFunction } from './function-settings'

export const ENV_ID = 'local-env'
export const DEFAULT_APPID = 'wx0000000000000000'
export const TENCENT_APPID = '1250000000'
export const TENCENT_UIN = '100000000'
const WX_KEYS = 'WX_CLIENTIP,WX_CLIENTIPV6,WX_APPID,WX_OPENID,WX_UNIONID,WX_API_TOKEN'

/** What every instance gets: the redirect to the local gateway, and stand-ins for the platform's secrets. */
export function instanceEnv(base: string): Record<string, string> {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${base}/admin` }),
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: ENV_ID,
    TCB_ENV: ENV_ID,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_TRACELOG,TCB_ROUTE_KEY',
    NODE_ENV: 'production',
    TZ: 'UTC',
    PATH: process.env.PATH ?? '',
  }
}

export interface Identity {
  openid?: string
  unionid?: string
}

/** `token` comes back with every SDK call of the invocation. */
export function invocationEnv(
  source: string,
  identity: Identity,
  token: string,
  appid: string,
): Record<string, string> {
  const env: Record<string, string> = {
    TCB_SOURCE: source,
    WX_CONTEXT_KEYS: source.startsWith('wx_http') ? '' : WX_KEYS,
    WX_API_TOKEN: token,
  }
  if (source.startsWith('wx_trigger')) env.TRIGGER_SRC = 'timer'
  if (source.startsWith('wx_client')) {
    env.WX_APPID = appid
    env.WX_CLIENTIP = '127.0.0.1'
    if (identity.openid) env.WX_OPENID = identity.openid
    if (identity.unionid) env.WX_UNIONID = identity.unionid
  }
  return env
}

/** The handler's second argument; `env` is told again in both of the service's spellings. */
export function invocationContext(
  deployed: DeployedFunction,
  requestId: string,
  env: Record<string, string>,
): Record<string, unknown> {
  const told = { SCF_NAMESPACE: ENV_ID, TCB_ENV: ENV_ID, ...env }
  return {
    callbackWaitsForEmptyEventLoop: true,
    memory_limit_in_mb: deployed.memoryMb,
    time_limit_in_ms: deployed.timeoutMs,
    request_id: requestId,
    environment: JSON.stringify(told),
    environ: Object.entries(told)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
    function_version: '$LATEST',
    function_name: deployed.name,
    namespace: ENV_ID,
    tencentcloud_region: 'ap-shanghai',
    tencentcloud_appid: TENCENT_APPID,
    tencentcloud_uin: TENCENT_UIN,
  }
}
