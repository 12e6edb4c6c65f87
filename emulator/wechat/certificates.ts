// Platform certificates of the sandbox: self-signed X.509, by hand because Node reads certificates but makes none.
import { createSign, randomBytes, type KeyObject } from 'node:crypto'

const SHA256_RSA = '300d06092a864886f70d01010b0500'
const OID = { country: '0603550406', organization: '060355040a', commonName: '0603550403' }

function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length = body.length
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), body])
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex')
const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts)

function nameOf(parts: readonly (readonly [oid: string, text: string])[]): Buffer {
  return sequence(
    ...parts.map(([oid, text]) => der(0x31, sequence(hex(oid), der(0x0c, Buffer.from(text))))),
  )
}

function timeOf(at: number): Buffer {
  const digits = new Date(at).toISOString().slice(0, 19).replace(/\D/g, '')
  const isLong = Number(digits.slice(0, 4)) >= 2050
  return der(isLong ? 0x18 : 0x17, Buffer.from(`${isLong ? digits : digits.slice(2)}Z`))
}

/** A serial as WeChat shows it: 40 upper-case hex digits, positive as an integer. */
export function makeSerial(): string {
  const bytes = randomBytes(20)
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f)
  return bytes.toString('hex').toUpperCase()
}

export interface CertificateFacts {
  serial: string
  /** UTC ms */
  effectiveAt: number
  /** UTC ms */
  expireAt: number
}

/** A certificate over a key pair, as PEM. */
export function makeCertificate(
  facts: CertificateFacts,
  privateKey: KeyObject,
  publicKeyDer: Buffer,
): string {
  const name = nameOf([
    [OID.country, 'CN'],
    [OID.organization, 'Tenpay.com'],
    [OID.commonName, 'Tenpay.com sandbox sign'],
  ])
  const facets = sequence(
    der(0xa0, hex('020102')),
    der(0x02, hex(facts.serial)),
    hex(SHA256_RSA),
    name,
    sequence(timeOf(facts.effectiveAt), timeOf(facts.expireAt)),
    name,
    publicKeyDer,
  )
  const signature = createSign('RSA-SHA256').update(facets).sign(privateKey)
  const whole = sequence(facets, hex(SHA256_RSA), der(0x03, Buffer.from([0]), signature))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
