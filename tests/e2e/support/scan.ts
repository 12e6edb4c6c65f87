// Scanning: reads the code in a poster's pixels, and asks WeChat where it leads.
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { TestWorld } from '../../support/world'

/** The text of the code in a poster that was saved to the album. */
export function readPoster(poster: Buffer): string {
  const { data, width, height } = PNG.sync.read(poster)
  const code = jsQR(new Uint8ClampedArray(data), width, height)
  if (!code) throw new Error('no code can be read in the poster')
  return code.data
}

/** Where WeChat leads who scans a code: a path with its scene, still encoded. */
export async function scanPath(world: TestWorld, code: string): Promise<string> {
  const scanner = world.as('scanner')
  const { page, query } = await world.wechat<{ page: string; query: { scene: string } }>(
    'scan',
    scanner,
    { code },
  )
  return `/${page.replace(/^\//, '')}?scene=${query.scene}`
}
