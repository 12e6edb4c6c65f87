/** A style can't show a picture of the package: data addresses, https and cloud pictures in `<image>` can. */
import { lineAt } from '../read-json'
import type { Broken, Rule } from './rule'

const URL_IN_STYLE = /url\(\s*["']?(?!["']?(?:data:|https?:|\/\/|#))([^"')]+)["']?\s*\)/g
const COMMENT = /\/\*[^]*?\*\//g

export const styleSources: Rule = {
  name: 'style-sources',
  source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxss.html',
  check({ pack }) {
    const found: Broken[] = []
    for (const [file, text] of pack.texts) {
      if (!file.endsWith('.wxss')) continue
      const bare = text.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '))
      for (const match of bare.matchAll(URL_IN_STYLE)) {
        // An import is no picture.
        if (/@import\s+$/.test(bare.slice(0, match.index))) continue
        const message = `${match[1]} is a file of the package, which styles can't show`
        found.push({ severity: 'error', file, line: lineAt(text, match.index), message })
      }
    }
    return found
  },
}
