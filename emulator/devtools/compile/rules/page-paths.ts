/** Pages are named once, without slash; subpackages lie apart and hold their own pages; what is preloaded exists. */
import { inAppJson, type AppFacts, type Broken, type Rule } from './rule'

export const pagePaths: Rule = {
  name: 'page-paths',
  source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages/basic.html',
  check: (app) => [...checkPages(app), ...checkRoots(app), ...checkPreloads(app)],
}

function checkPages(app: AppFacts): Broken[] {
  const found: Broken[] = []
  const roots = app.app.subPackages.map(({ root }) => root)
  const seen = new Set<string>()
  for (const page of app.pages) {
    if (seen.has(page)) found.push(inAppJson(app, 'pages', `page ${page} is named twice`))
    seen.add(page)
  }
  for (const page of app.app.pages) {
    if (/^\/|\.\.|\.\w+$/.test(page)) {
      found.push(inAppJson(app, page, `page ${page}: neither leading slash, "..", nor extension`))
    }
    const root = roots.find((one) => page.startsWith(`${one}/`))
    if (root) found.push(inAppJson(app, page, `page ${page} lies in the subpackage ${root}`))
  }
  for (const { root, pages } of app.app.subPackages) {
    for (const page of pages) {
      if (!/^\/|\.\./.test(page)) continue
      found.push(inAppJson(app, page, `page ${page} lies outside its subpackage ${root}`))
    }
  }
  return found
}

function checkRoots(app: AppFacts): Broken[] {
  const roots = app.app.subPackages.map(({ root }) => root)
  return roots.flatMap((root, index) => {
    const other = roots.find((one, i) => i !== index && `${root}/`.startsWith(`${one}/`))
    if (other === undefined) return []
    return [inAppJson(app, root, `the subpackage ${root} lies in the subpackage ${other}`)]
  })
}

function checkPreloads(app: AppFacts): Broken[] {
  const names = new Set(app.app.subPackages.flatMap(({ root, name }) => [root, name ?? root]))
  names.add('__APP__')
  return Object.entries(app.app.preloadRule).flatMap(([page, rule]) => {
    const found: Broken[] = []
    if (!app.pages.includes(page)) {
      found.push(inAppJson(app, 'preloadRule', `preloadRule names ${page}, which is no page`))
    }
    for (const name of rule.packages ?? []) {
      if (names.has(name.replace(/\/$/, ''))) continue
      found.push(inAppJson(app, 'preloadRule', `preloadRule names ${name}, which is no subpackage`))
    }
    return found
  })
}
