// Invented resident numbers that pass the check character: region 990000 does not exist, nobody was born on that day.

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Another one for each serial from 0 to 9,999: for demo people and tests alone. */
export function inventIdNumber(serial: number): string {
  const birth = `19${String(Math.floor(serial / 1000)).padStart(2, '0')}0101`
  const first = `990000${birth}${String(serial % 1000).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first[at]), 0)
  return `${first}${'10X98765432'[sum % 11] ?? ''}`
}
