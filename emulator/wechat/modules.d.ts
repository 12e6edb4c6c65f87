// Minimal types of packages that ship none: only what this folder uses.

declare module 'qrcode' {
  export interface QRCodeToBufferOptions {
    type?: 'png'
    width?: number
    margin?: number
    errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H'
    color?: { dark?: string; light?: string }
  }
  export function toBuffer(content: string, options?: QRCodeToBufferOptions): Promise<Buffer>
  const qrcode: { toBuffer: typeof toBuffer }
  export default qrcode
}

declare module 'pngjs' {
  export class PNG {
    constructor(options?: { width?: number; height?: number })
    width: number
    height: number
    data: Buffer
    static sync: { read(png: Buffer): PNG; write(png: PNG): Buffer }
  }
}
