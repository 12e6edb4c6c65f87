/** 2 MiB for the main package and each subpackage, 30 MiB for all together. */
import { packageOf, type Broken, type Rule } from './rule'

const MIB = 1024 * 1024
const MOST_EACH = 2 * MIB
const MOST_IN_ALL = 30 * MIB

export const packageSizes: Rule = {
  name: 'package-size',
  source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html',
  check(app) {
    const sizes = new Map<string | null, number>()
    for (const [file, bytes] of app.pack.sizes) {
      const root = packageOf(app, file)
      sizes.set(root, (sizes.get(root) ?? 0) + bytes)
    }
    const found: Broken[] = []
    for (const [root, bytes] of sizes) {
      if (bytes <= MOST_EACH) continue
      const name = root === null ? 'the main package' : `the subpackage ${root}`
      found.push(tooLarge(root ?? '.', `${name} has ${bytes} bytes: at most ${MOST_EACH} (2 MiB)`))
    }
    const all = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
    if (all > MOST_IN_ALL) {
      found.push(tooLarge('.', `all packages have ${all} bytes: at most ${MOST_IN_ALL} (30 MiB)`))
    }
    return found
  },
}

function tooLarge(file: string, message: string): Broken {
  return { severity: 'error', file, line: null, message }
}
