/** The strip above the keyboard that offers a text to put in: the person's nickname. */
import { make } from './make-element'

export function makeSuggestion(place: HTMLElement) {
  let strip: HTMLElement | null = null
  return (text: string | null, onTap?: () => void): void => {
    strip?.remove()
    strip = null
    if (text === null) return
    const button = make('button', { text })
    // The field keeps its focus.
    button.addEventListener('pointerdown', (event) => event.preventDefault())
    button.addEventListener('click', () => onTap?.())
    strip = make('div', { id: 'suggestion' }, ['用微信昵称', button])
    place.append(strip)
  }
}
