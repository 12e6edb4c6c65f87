/** XPath over a page's WXML: tags are WXML's, and nodes inside custom components are not seen. */
import type { OpenPage } from '../open-page'

/** `/view/text` as the browser's document has it: a page's nodes lie somewhere below its body. */
function translate(xpath: string, isDrawn: (tag: string) => boolean): string {
  const named = xpath.replace(
    /(^|\/\/?|::)([a-z][\w-]*)(?![\w-]*(?:\(|::))/g,
    (_, lead: string, tag: string) => `${lead}${isDrawn(`wx-${tag}`) ? `wx-${tag}` : tag}`,
  )
  return named.replace(/^\/(?:(?:wx-)?page\/)?(?!\/)/, '//')
}

export function findByXpath(page: OpenPage, xpath: string, within?: HTMLElement): HTMLElement[] {
  const { document } = page.view.window
  const tags = new Set([...document.body.getElementsByTagName('*')].map((one) => one.localName))
  const text = translate(xpath, (tag) => tags.has(tag))
  const base = within ?? document.body
  const found = document.evaluate(within ? text.replace(/^\/\//, './/') : text, base, null, 7, null)
  const own = new Set<Node>(page.view.select('*', within))
  const nodes: HTMLElement[] = []
  for (let at = 0; at < found.snapshotLength; at += 1) {
    const node = found.snapshotItem(at)
    if (node && own.has(node)) nodes.push(node as HTMLElement)
  }
  return nodes
}
