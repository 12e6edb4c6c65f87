/** The two documents: the phone, which holds the logic layer, and a page's frame. */
const HEAD =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">' +
  '<link rel="icon" href="data:,"></head>'

export const PHONE_DOCUMENT =
  `${HEAD}<body><script src="/__host/manifest.js"></script>` +
  '<script src="/__host/logic.js"></script></body></html>'

export const FRAME_DOCUMENT =
  `${HEAD}<body><script src="/__host/tmpl.js"></script>` +
  '<script src="/__host/view.js"></script></body></html>'
