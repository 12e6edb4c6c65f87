/** Draws a picker's columns side by side: a line is chosen by a tap, or by turning its column. */
import type { Columns } from './pick-columns'

const LINE = 44
const SHOWN = 5

const style = (element: HTMLElement, css: string) => {
  element.style.cssText = css
  return element
}

export interface DrawnColumns {
  chosen(): number[]
  /** With other lines: what was chosen stays where it can. */
  redraw(columns: Columns): void
}

/** @param turned is told of each column that was turned */
export function drawColumns(
  place: HTMLElement,
  first: Columns,
  turned: (column: number, index: number) => void,
): DrawnColumns {
  let columns = first
  const chosen = [...columns.chosen]
  style(place, `display:flex;position:relative;height:${LINE * SHOWN}px;overflow:hidden`)
  const boxes: HTMLElement[] = []

  const choose = (column: number, index: number) => {
    if (chosen[column] === index) return
    chosen[column] = index
    turned(column, index)
    draw()
  }
  const drawLine = (column: number, text: string, index: number) => {
    const line = document.createElement('button')
    line.textContent = text
    line.className = 'pick'
    const isOn = chosen[column] === index
    line.setAttribute('aria-selected', String(isOn))
    style(
      line,
      `display:block;width:100%;height:${LINE}px;border:0;padding:0 4px;background:none;` +
        `font-size:16px;scroll-snap-align:center;color:inherit;opacity:${isOn ? 1 : 0.4};` +
        'overflow:hidden;text-overflow:ellipsis;white-space:nowrap',
    )
    line.addEventListener('click', () => choose(column, index))
    return line
  }
  const makeBox = (column: number) => {
    const box = document.createElement('div')
    const edge = (LINE * (SHOWN - 1)) / 2
    style(
      box,
      `flex:1;overflow-y:auto;scroll-snap-type:y mandatory;padding:${edge}px 0;box-sizing:border-box`,
    )
    box.addEventListener('scrollend', () => choose(column, Math.round(box.scrollTop / LINE)))
    place.append(box)
    return box
  }
  const draw = () => {
    columns.lines(chosen).forEach((lines, column) => {
      const box = (boxes[column] ??= makeBox(column))
      chosen[column] = Math.min(Math.max(0, chosen[column] ?? 0), Math.max(0, lines.length - 1))
      box.replaceChildren(...lines.map((text, index) => drawLine(column, text, index)))
      box.scrollTop = (chosen[column] ?? 0) * LINE
    })
  }
  draw()
  // Columns have a height only once the sheet is shown.
  requestAnimationFrame(() =>
    boxes.forEach((box, column) => (box.scrollTop = (chosen[column] ?? 0) * LINE)),
  )
  return {
    chosen: () => [...chosen],
    redraw(other) {
      columns = other
      draw()
    },
  }
}
