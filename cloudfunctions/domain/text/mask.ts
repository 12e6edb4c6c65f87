// Masks: as much of a person as others may see.

const GIVEN_BY_SHOP = /^茶友[0-9A-Z]{4}$/

/** What the shop calls a member who gave no name: `茶友7K2M`, by the end of their id, which says nothing of them. */
export function nicknameOf(memberId: string): string {
  return `茶友${memberId.slice(-4)}`
}

/** `林晓梅` → `林**`: the first letter only, whatever the length. What the shop calls somebody stands whole. */
export function maskName(name: string): string {
  if (GIVEN_BY_SHOP.test(name)) return name
  const [first] = Array.from(name.trim())
  return first === undefined ? '**' : `${first}**`
}
