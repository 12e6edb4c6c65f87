/** picker: WeChat's sheet of columns by mode, and the events that tell the app what was chosen. */
import { drawColumns } from './draw-columns'
import { textOf, type Asker } from './open-native'
import { date, multiSelector, selector, time, type Columns } from './pick-columns'
import { codesOf, region } from './pick-region'

type Mode = (properties: Readonly<Record<string, unknown>>, now: Date) => Columns

const MODES: Readonly<Record<string, Mode>> = { selector, multiSelector, time, date, region }

export async function openPicker(asker: Asker): Promise<void> {
  const { host, properties } = asker
  const mode = textOf(asker, 'mode') || 'selector'
  const make = MODES[mode]
  if (!make) {
    host.tell('platform', `picker mode="${mode}" is unknown`)
    return
  }
  let columns = make(properties, new Date())
  let chosen = () => columns.chosen
  /** The app may give other lines when a column was turned. */
  const follow = async (redraw: (other: Columns) => void) => {
    await asker.page.view.settled()
    const now = asker.page.view.builtin(asker.element)?.properties ?? properties
    columns = make(now, new Date())
    redraw(columns)
  }
  const answer = await host.shell.ask({
    kind: 'picker',
    title: textOf(asker, 'headerText'),
    ...(mode === 'selector' ? { items: columns.lines([])[0] ?? [] } : {}),
    body: (place) => {
      const drawn = drawColumns(place, columns, (column, value) => {
        if (mode !== 'multiSelector') return
        asker.emit('columnchange', { column, value })
        void follow((other) => drawn.redraw(other))
      })
      chosen = () => drawn.chosen()
      return () => columns.value(drawn.chosen())
    },
  })
  if (answer.verdict === 'cancel') {
    asker.emit('cancel', {})
    return
  }
  const picked = answer.verdict === 'item' ? columns.value([answer.index]) : undefined
  const value =
    picked ?? (answer.verdict === 'confirm' ? answer.value : undefined) ?? columns.value(chosen())
  change(asker, mode, value)
}

function change(asker: Asker, mode: string, value: unknown): void {
  const names = mode === 'region' && Array.isArray(value) ? value.map(String) : null
  asker.page.view.builtin(asker.element)?.setProperty('value', value)
  asker.emit('change', { value, ...(names ? { code: codesOf(names), postcode: '' } : {}) })
}
