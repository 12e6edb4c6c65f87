// Masks: as much of a person as others may see.

/** `林晓梅` → `林**`: the first letter only, whatever the length. */
export function maskName(name: string): string {
  const [first] = Array.from(name.trim())
  return first === undefined ? '**' : `${first}**`
}

/** `13812345678` → `138****5678`; anything shorter than eight characters is hidden whole. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
