// Mini-program codes: a real, scannable QR picture that carries where it leads, and its reading back.
import QRCode from 'qrcode'
import { text } from '../answers'
import type { OpenApiAnswer } from '../host'
import type { Tables } from '../tables'
import { isPublished } from './published-pages'

const SCHEME = 'fenyou://weapp'
const MAX_SCENE = 32
const MAX_PATH = 1024
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/
const VERSIONS: readonly unknown[] = [undefined, 'release', 'trial', 'develop']

/** What a scanned code leads to: a page with a scene (still encoded in the app), or a path with its own query. */
export type CodeTarget = { page: string; scene: string } | { path: string }

export function encodeTarget(target: CodeTarget): string {
  return `${SCHEME}?${new URLSearchParams({ ...target }).toString()}`
}

/** Reads the text of a scanned code; null for a code that is not ours. */
export function decodeTarget(content: string): CodeTarget | null {
  if (!content.startsWith(`${SCHEME}?`)) return null
  const query = new URLSearchParams(content.slice(SCHEME.length + 1))
  const path = query.get('path')
  if (path !== null) return { path }
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

async function draw(input: Record<string, unknown>, target: CodeTarget): Promise<OpenApiAnswer> {
  const width = input['width'] === undefined ? 430 : Number(input['width'])
  if (!(width >= 280 && width <= 1280)) return fail(40097, 'invalid args: width')
  if (!VERSIONS.includes(input['env_version'])) return fail(40097, 'invalid args: env_version')
  const buffer = await QRCode.toBuffer(encodeTarget(target), {
    type: 'png',
    width: Math.round(width),
    margin: 2,
    errorCorrectionLevel: 'M',
    color: {
      dark: hexColour(input['line_color']),
      light: input['is_hyaline'] === true ? '#ffffff00' : '#ffffffff',
    },
  })
  return { buffer, contentType: 'image/png' }
}

/** wxacode.getUnlimited */
export async function makeUnlimitedCode(
  tables: Tables,
  input: Record<string, unknown>,
): Promise<OpenApiAnswer> {
  const scene = text(input['scene'])
  const page = text(input['page'])
  if (scene === '' || scene.length > MAX_SCENE || !SCENE.test(scene)) {
    return fail(40169, 'invalid length for scene, or the data is not json string')
  }
  const isPath = !page.startsWith('/') && !page.includes('?')
  if (!isPath || (input['check_path'] !== false && !isPublished(tables, page))) {
    return fail(41030, 'invalid page')
  }
  return draw(input, { page, scene })
}

/** wxacode.get and wxacode.createQRCode: few in number in reality, but with a path of their own. */
export async function makePathCode(input: Record<string, unknown>): Promise<OpenApiAnswer> {
  const path = text(input['path']).replace(/^\//, '')
  if (path === '' || path.length > MAX_PATH) return fail(40159, 'invalid length for path')
  return draw(input, { path })
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
