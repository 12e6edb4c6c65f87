// Opens sensitive fields: RSA-OAEP with SHA-1, sealed for the platform key that Wechatpay-Serial names.
import { constants, privateDecrypt } from 'node:crypto'
import { paramError, type PayContext } from './context'

/** The plaintext of a sealed field; a wrong or absent Wechatpay-Serial, or anything but a seal, is refused. */
export function openSealed(ctx: PayContext, name: string, sealed: string, serial: string): string {
  const key = ctx.keys().platformKey(serial)
  if (!key) throw paramError('平台证书序列号Wechatpay-Serial错误')
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING
    return privateDecrypt(
      { key, padding, oaepHash: 'sha1' },
      Buffer.from(sealed, 'base64'),
    ).toString()
  } catch {
    throw paramError(`输入源“/body/${name}”解密失败，请检查加密所用的公钥`)
  }
}
