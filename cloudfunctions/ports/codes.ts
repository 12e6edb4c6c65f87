// Mini-program codes: WeChat draws a picture that opens a page with a scene.

export interface Codes {
  /** `scene` has at most 32 characters of WeChat's alphabet; `page` no leading slash. */
  draw(code: { scene: string; page: string }): Promise<{ contentType: string; bytes: Buffer }>
}
