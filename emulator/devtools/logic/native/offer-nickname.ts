/** input type="nickname": the keyboard offers the person's nickname; a tap on it fills the field. */
import type { Asker } from './open-native'

export function offerNickname({ host, page, element }: Asker): void {
  const { nickname } = host.choices()
  const control = page.view.builtin(element)?.control
  if (nickname === '' || !control) return
  host.shell.suggest(nickname, () => {
    control.value = nickname
    control.dispatchEvent(new Event('input', { bubbles: true }))
  })
  control.addEventListener('blur', () => host.shell.suggest(null), { once: true })
}
