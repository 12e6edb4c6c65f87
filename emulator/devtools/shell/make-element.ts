/** Elements of the phone's own document, in one line each. */
type Child = HTMLElement | string | null | undefined

interface Wish {
  class?: string
  id?: string
  text?: string
  onTap?: () => void
}

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  wish: Wish = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (wish.class !== undefined) element.className = wish.class
  if (wish.id !== undefined) element.id = wish.id
  if (wish.text !== undefined) element.textContent = wish.text
  const { onTap } = wish
  if (onTap) element.addEventListener('click', () => onTap())
  for (const child of children) if (child !== null && child !== undefined) element.append(child)
  return element
}
