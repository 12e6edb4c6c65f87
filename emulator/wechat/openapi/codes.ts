// Mini-program codes: a real, scannable QR picture that carries page and scene, and its reading back.
import QRCode from 'qrcode'
import { text } from '../answers'
import type { OpenApiAnswer } from '../host'

const SCHEME = 'fenyou://weapp'
const MAX_SCENE = 32
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/

/** What a scanned code leads to: the page, and the scene as the app receives it (still encoded). */
export interface CodeTarget {
  page: string
  scene: string
}

export function encodeTarget({ page, scene }: CodeTarget): string {
  return `${SCHEME}?${new URLSearchParams({ page, scene }).toString()}`
}

/** Reads the text of a scanned code; null for a code that is not ours. */
export function decodeTarget(content: string): CodeTarget | null {
  if (!content.startsWith(`${SCHEME}?`)) return null
  const query = new URLSearchParams(content.slice(SCHEME.length + 1))
  return { page: query.get('page') ?? '', scene: query.get('scene') ?? '' }
}

function fail(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } }
}

function hexColour(colour: unknown): string {
  const { r, g, b } = (colour ?? {}) as { r?: unknown; g?: unknown; b?: unknown }
  const part = (value: unknown) => (Number(value) & 255 || 0).toString(16).padStart(2, '0')
  return `#${part(r)}${part(g)}${part(b)}ff`
}

/** wxacode.getUnlimited */
export async function makeUnlimitedCode(input: Record<string, unknown>): Promise<OpenApiAnswer> {
  const scene = text(input['scene'])
  const page = text(input['page'])
  const width = input['width'] === undefined ? 430 : Number(input['width'])
  if (scene === '' || scene.length > MAX_SCENE || !SCENE.test(scene)) {
    return fail(40169, 'invalid length for scene, or the data is not json string')
  }
  if (page.startsWith('/') || page.includes('?')) return fail(41030, 'invalid page')
  if (!(width >= 280 && width <= 1280)) return fail(40097, 'invalid args: width')
  const buffer = await QRCode.toBuffer(encodeTarget({ page, scene }), {
    type: 'png',
    width,
    margin: 2,
    errorCorrectionLevel: 'M',
    color: {
      dark: hexColour(input['line_color']),
      light: input['is_hyaline'] === true ? '#ffffff00' : '#ffffffff',
    },
  })
  return { buffer, contentType: 'image/png' }
}

/** Finds and reads a code in a PNG (a saved poster, a screenshot); null when there is none. */
export async function readCodePicture(png: Buffer): Promise<string | null> {
  const [{ PNG }, { default: jsQR }] = await Promise.all([import('pngjs'), import('jsqr')])
  const { data, width, height } = PNG.sync.read(png)
  // A transparent ground reads as black otherwise.
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 0) data.fill(255, i, i + 4)
  }
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null
}
