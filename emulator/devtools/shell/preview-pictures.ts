/** Pictures on the whole screen: swiped through, gone with a tap. */
import { make } from './make-element'

export function previewPictures(place: HTMLElement, urls: readonly string[], at: number): void {
  document.getElementById('preview')?.remove()
  const count = make('span', { class: 'count' })
  const images = urls.map((url) => {
    const image = make('img')
    image.src = url
    return image
  })
  const box = make('div', { id: 'preview', onTap: () => box.remove() }, [...images, count])
  const tell = () => {
    count.textContent = `${Math.round(box.scrollLeft / box.clientWidth) + 1}/${urls.length}`
  }
  box.addEventListener('scroll', tell)
  place.append(box)
  box.scrollLeft = box.clientWidth * at
  tell()
}
