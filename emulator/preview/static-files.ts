// Serves a folder of built files: plain, with types, never outside the folder.
import { createReadStream, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.map': 'application/json',
}

/** The file behind a path of the address, or null. */
export function fileBehind(folder: string, path: string): string | null {
  const inside = normalize(join(folder, decodeURIComponent(path)))
  if (inside !== folder && !inside.startsWith(folder + sep)) return null
  try {
    return statSync(inside).isFile() ? inside : null
  } catch {
    return null
  }
}

export function sendFile(file: string, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  })
  createReadStream(file).pipe(response)
}
