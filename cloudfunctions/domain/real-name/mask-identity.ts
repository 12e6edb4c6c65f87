// As much of a person's legal identity as a phone may show.

/** `欧阳莉` → `欧**`: the first character, then one star for each other. */
export function maskRealName(name: string): string {
  const [first = '', ...rest] = Array.from(name)
  return `${first}${'*'.repeat(rest.length)}`
}

/** `330106199001011234` → `3301**********1234`. */
export function maskIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 4)}${'*'.repeat(10)}${idNumber.slice(-4)}`
}
