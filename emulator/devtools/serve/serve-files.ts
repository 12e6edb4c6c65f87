/** The HTTP server the browser loads from: the documents, the scripts, and the package's own files. */
import { createReadStream, statSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import type { CompiledApp } from '../compile/compile-app'
import type { BrowserCode } from './bundle-browser-code'
import { FRAME_DOCUMENT, PHONE_DOCUMENT } from './documents'

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
}
const HTML = 'text/html; charset=utf-8'
const SCRIPT = 'text/javascript; charset=utf-8'

export interface FileServer {
  /** `http://127.0.0.1:<port>` */
  base: string
  close(): Promise<void>
}

export async function serveFiles(app: CompiledApp, code: BrowserCode): Promise<FileServer> {
  const answers = new Map<string, [type: string, body: string]>([
    ['/', [HTML, PHONE_DOCUMENT]],
    ['/__host/page.html', [HTML, FRAME_DOCUMENT]],
    ['/__host/logic.js', [SCRIPT, code.logic]],
    ['/__host/view.js', [SCRIPT, code.view]],
    ['/__host/manifest.js', [SCRIPT, `window.__MANIFEST=${inScript(app.manifest)}`]],
    ['/__host/tmpl.js', [SCRIPT, `window.__tmpl=${app.templates}`]],
  ])
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/')
    const answer = path === null ? undefined : answers.get(path)
    if (answer) return send(response, ...answer)
    const file = path?.startsWith('/dist/') ? fileInside(app.folder, path.slice(6)) : null
    if (file) return sendFile(response, file)
    response.writeHead(404).end()
  })
  await listen(server)
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    base: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** JSON as part of a script: two characters end a line in scripts that don't in JSON. */
function inScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

/** The decoded path; null when it can't be decoded. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? '/')
  } catch {
    return null
  }
}

/** The file behind a path of the package; null for anything outside it. */
export function fileInside(folder: string, path: string): string | null {
  const file = join(folder, path)
  if (path.includes('\0') || !file.startsWith(folder + sep)) return null
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? file : null
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' }).end(body)
}

function sendFile(response: ServerResponse, file: string): void {
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' })
  createReadStream(file).pipe(response)
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })
}
