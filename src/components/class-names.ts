/** Joins class names, leaving out what is false, so that a component's looks read as a list. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
