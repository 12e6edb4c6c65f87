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
  if (onTap) listenToTaps(element, onTap)
  for (const child of children) if (child !== null && child !== undefined) element.append(child)
  return element
}

/**
 * A click counts where the finger went down: one that began on a page which has left by now is not for what came
 * instead.
 */
function listenToTaps(element: HTMLElement, onTap: () => void): void {
  let isDown = false
  element.addEventListener('pointerdown', () => (isDown = true))
  element.addEventListener('click', ({ detail }) => {
    // Without a finger (0): by keyboard or script.
    const isTap = isDown || detail === 0
    isDown = false
    if (isTap) onTap()
  })
}
