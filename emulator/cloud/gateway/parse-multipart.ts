/** Splits a multipart/form-data body into its fields; all that the SDK's openapi and pay calls need. */

export function parseMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const fields = new Map<string, Buffer>()
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (!boundary) return fields
  const separator = Buffer.from(`--${boundary}`)
  let at = body.indexOf(separator)
  for (;;) {
    const start = at + separator.length + 2
    const next = at < 0 ? -1 : body.indexOf(separator, start)
    if (next < 0) return fields
    const part = body.subarray(start, next - 2)
    const headerEnd = part.indexOf('\r\n\r\n')
    const name = /name="([^"]+)"/.exec(part.subarray(0, headerEnd).toString())?.[1]
    if (name) fields.set(name, part.subarray(headerEnd + 4))
    at = next
  }
}
