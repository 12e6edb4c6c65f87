/** text: lines as written, entities and wide spaces where asked, selectable where asked. */
import { WxElement } from './element'

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
  '&lt;': '<',
  '&gt;': '>',
  '&apos;': "'",
  '&quot;': '"',
  '&amp;': '&',
}
const SPACES: Readonly<Record<string, string>> = {
  ensp: '\u2002',
  emsp: '\u2003',
  nbsp: '\u00a0',
}

export class WxText extends WxElement {
  static override defaults = { selectable: false, userSelect: false, space: '', decode: false }
  static override css = `
wx-text { white-space: pre-line; }
wx-text[selectable], wx-text[user-select] { user-select: text; -webkit-user-select: text; }
wx-text[user-select] { display: inline-block; }
`
  private observer: MutationObserver | null = null
  private readonly raw = new WeakMap<Text, { given: string; shown: string }>()

  protected override changed(name: string): void {
    if (name !== 'decode' && name !== 'space') return
    if (!this.is('decode') && !this.text('space') && !this.observer) return
    this.observer ??= new MutationObserver(() => this.rewrite())
    this.rewrite()
  }

  private show(text: string): string {
    const decoded = this.is('decode')
      ? text.replace(
          /&(?:nbsp|ensp|emsp|lt|gt|apos|quot|amp);/g,
          (entity) => ENTITIES[entity] ?? entity,
        )
      : text
    const space = SPACES[this.text('space')]
    return space ? decoded.replace(/ /g, space) : decoded
  }

  private rewrite(): void {
    this.observer?.disconnect()
    for (const node of this.childNodes) {
      if (!(node instanceof Text)) continue
      const known = this.raw.get(node)
      const given = known && known.shown === node.data ? known.given : node.data
      const shown = this.show(given)
      this.raw.set(node, { given, shown })
      if (node.data !== shown) node.data = shown
    }
    this.observer?.observe(this, { childList: true, characterData: true, subtree: true })
  }
}
