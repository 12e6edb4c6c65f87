// The platform certificates that a merchant downloads: each sealed with the APIv3 key, two at once during a change.
import { toRfc3339 } from '../shanghai'
import { PayError, type PayContext } from './context'
import { encryptResource } from './signing'

/** GET /v3/certificates: 404 for a merchant who has only the public key, as new merchants do. */
export function listCertificates(ctx: PayContext) {
  const { platformKeys, apiV3Key } = ctx.keys()
  const data = platformKeys.flatMap(({ id, certificate, effectiveAt, expireAt }) => {
    if (certificate === undefined || expireAt === undefined || expireAt <= ctx.now()) return []
    return [
      {
        serial_no: id,
        effective_time: toRfc3339(effectiveAt),
        expire_time: toRfc3339(expireAt),
        encrypt_certificate: encryptResource(certificate, 'certificate', apiV3Key),
      },
    ]
  })
  if (data.length === 0) {
    const message = '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥'
    throw new PayError(404, 'RESOURCE_NOT_EXISTS', message)
  }
  return { data }
}
