import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, writeFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileApp } from '../compile/compile-app'
import { answerHostCall, type CallContext } from '../serve/answer-host-calls'
import { isReachable } from '../serve/fetch-allowed'
import { serveFiles, type FileServer } from '../serve/serve-files'
import { dropApps, writeApp } from './write-app'

afterAll(dropApps)

describe('the files', () => {
  let files: FileServer
  beforeAll(async () => {
    const folder = writeApp({ 'assets/a b.png': 'PNG', 'pages/me/me.js': 'Page({ a: "\u2028" })' })
    mkdirSync(`${folder}-beside`, { recursive: true })
    writeFileSync(`${folder}-beside/secret.txt`, 'secret')
    files = await serveFiles(await compileApp(folder), { logic: '/*logic*/', view: '/*view*/' })
  })
  afterAll(() => files.close())

  /** The path as it is: fetch would take the dots out of it. */
  const ask = (path: string) =>
    new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
      get(`${files.base}/`, { path }, (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString()))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            body,
          }),
        )
      }).on('error', reject)
    })

  it.each([
    ['/', 'text/html', '/__host/logic.js'],
    ['/__host/page.html', 'text/html', '/__host/view.js'],
    ['/__host/logic.js', 'text/javascript', '/*logic*/'],
    ['/__host/view.js', 'text/javascript', '/*view*/'],
    ['/__host/tmpl.js', 'text/javascript', 'window.__tmpl='],
    ['/dist/assets/a%20b.png?v=1', 'image/png', 'PNG'],
  ])('%s is %s', async (path, type, part) => {
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    expect(answer.type).toContain(type)
    expect(answer.body).toContain(part)
  })

  it('the manifest is a script whatever its texts hold', async () => {
    const { body } = await ask('/__host/manifest.js')
    expect(body).not.toContain('\u2028')
    const window: { __MANIFEST?: { scripts: Record<string, string> } } = {}
    runInNewContext(body, { window })
    expect(window.__MANIFEST?.scripts['pages/me/me.js']).toBe('Page({ a: "\u2028" })')
  })

  it.each([
    '/dist/../secret.txt',
    '/dist/..%2f..%2fetc/passwd',
    '/dist/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/dist//etc/passwd',
    '/dist/%00',
    '/dist/%zz',
    '/dist/',
    '/dist/assets',
    '/nothing',
    '/__host/',
  ])('%s is not there', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it('a folder beside that begins with the same name is not there', async () => {
    const folder = writeApp()
    mkdirSync(`${folder}-beside`, { recursive: true })
    writeFileSync(`${folder}-beside/secret.txt`, 'secret')
    const own = await serveFiles(await compileApp(folder), { logic: '', view: '' })
    const name = folder.split('/').at(-1) ?? ''
    const response = await fetch(`${own.base}/dist/..%2f${name}-beside%2fsecret.txt`)
    expect(response.status).toBe(404)
    await own.close()
  })
})

describe('what the app may reach', () => {
  let server: Server
  let base: string
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/away')
        return response.writeHead(302, { location: 'http://example.test/' }).end()
      if (request.url === '/home') return response.writeHead(302, { location: '/echo' }).end()
      if (request.url === '/round') return response.writeHead(302, { location: '/round' }).end()
      if (request.url === '/never') return undefined
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () =>
        response.writeHead(201, { 'x-a': 'b' }).end(`${request.method} ${body}`),
      )
      return undefined
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const context: CallContext = {
    base: null,
    openid: 'o-somebody',
    allow: [],
    keepStorage: () => {},
    screenshot: async () => '',
  }
  const request = (url: string, more: object = {}) =>
    answerHostCall(context, 'http', { url, method: 'GET', headers: {}, timeoutMs: 5000, ...more })

  it('is this machine', async () => {
    const sent = Buffer.from('{"a":1}').toString('base64')
    const { answer } = await request(`${base}/echo`, { method: 'POST', base64: sent })
    const { status, headers, base64 } = answer as {
      status: number
      headers: object
      base64: string
    }
    expect(status).toBe(201)
    expect(headers).toMatchObject({ 'x-a': 'b' })
    expect(Buffer.from(base64, 'base64').toString()).toBe('POST {"a":1}')
  })

  it('is not another host, nor one behind a redirect', async () => {
    expect(await request('https://example.test/a')).toEqual({
      failure: 'url not in domain list:example.test',
    })
    expect(await request(`${base}/away`)).toEqual({
      failure: 'url not in domain list:example.test',
    })
  })

  it('is told as WeChat tells it when it fails', async () => {
    expect(await request('nonsense')).toEqual({ failure: 'invalid url' })
    expect(await request(`${base}/never`, { timeoutMs: 50 })).toEqual({ failure: 'timeout' })
    expect(await request('http://127.0.0.1:1/')).toMatchObject({
      failure: expect.stringContaining('errcode:-102') as string,
    })
    expect(await request(`${base}/round`)).toMatchObject({
      failure: expect.stringContaining('TOO_MANY_REDIRECTS') as string,
    })
  })

  it('follows a redirect at home, as a GET', async () => {
    const { answer } = await request(`${base}/home`, { method: 'POST', base64: '' })
    expect(Buffer.from((answer as { base64: string }).base64, 'base64').toString()).toBe('GET ')
  })

  it.each<[url: string, allowed: string[], isReached: boolean]>([
    ['http://localhost:1/', [], true],
    ['http://[::1]/', [], true],
    ['https://api.example.test/', [], false],
    ['https://api.example.test/', ['api.example.test'], true],
    ['https://evil.test/api.example.test', ['api.example.test'], false],
    ['https://anything.test/', ['*'], true],
    ['file:///etc/passwd', ['*'], false],
    ['http://127.0.0.1.evil.test/', [], false],
  ])('%s with %j allowed: %s', (url, allowed, isReached) => {
    expect(isReachable(new URL(url), allowed)).toBe(isReached)
  })

  it('an unknown call, and a cloud that was never named, are told in words', async () => {
    expect(await answerHostCall(context, 'toString', {})).toEqual({
      failure: 'the host knows no call "toString"',
    })
    const { failure } = await answerHostCall(context, 'function', { name: 'mall', data: {} })
    expect(failure).toContain('--cloud URL')
  })
})
