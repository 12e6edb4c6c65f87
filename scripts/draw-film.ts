// Films the demo shop's one video, a cup whose steam rises, in Chromium: an H.264 MP4 of five seconds, without sound.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { galleryPictures } from '../seed/art/pictures.data'

const target = path.resolve(__dirname, '../seed/art/videos/first-brew.mp4')
const TYPE = 'video/mp4;codecs=avc1.42E01E'
const film = { svg: galleryPictures['brew-green'], side: 480, ms: 5000, bits: 260_000, type: TYPE }

/** Runs in the page: draws a frame 24 times a second and records what is drawn; answers in base64. */
async function record({ svg, side, ms, bits, type }: typeof film): Promise<string> {
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side })
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const cup = new Image()
  cup.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await cup.decode()
  const recorder = new MediaRecorder(canvas.captureStream(24), {
    mimeType: type,
    videoBitsPerSecond: bits,
  })
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => void parts.push(data)
  const stopped = new Promise((resolve) => (recorder.onstop = resolve))
  const wisp = (at: number, x: number, phase: number) => {
    const rise = (at / 2400 + phase) % 1
    pen.globalAlpha = 0.5 * Math.sin(Math.PI * rise)
    pen.beginPath()
    for (let y = 0; y <= 90; y += 6) {
      const sway = Math.sin(y / 18 + at / 500 + phase * 7) * (4 + y / 12)
      pen.lineTo(x + sway, side * 0.48 - rise * 120 - y)
    }
    pen.stroke()
  }
  recorder.start()
  const began = performance.now()
  await new Promise<void>((resolve) => {
    const frame = () => {
      const at = performance.now() - began
      pen.globalAlpha = 1
      const near = 1 + (at / ms) * 0.08
      const edge = (side - side * near) / 2
      pen.drawImage(cup, edge, edge, side * near, side * near)
      Object.assign(pen, { strokeStyle: '#FFFFFF', lineWidth: 7, lineCap: 'round' })
      wisp(at, side * 0.4, 0)
      wisp(at, side * 0.47, 0.36)
      wisp(at, side * 0.54, 0.7)
      if (at < ms) requestAnimationFrame(frame)
      else resolve()
    }
    frame()
  })
  recorder.stop()
  await stopped
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
}

async function main(): Promise<void> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    // What tsx wraps functions in is not known to a page.
    await page.evaluate('globalThis.__name = (named) => named')
    const bytes = Buffer.from(await page.evaluate(record, film), 'base64')
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, bytes)
    console.log(`${bytes.length} bytes`)
  } finally {
    await browser.close()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
