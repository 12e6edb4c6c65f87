/** Preferred number series for $bucketAuto's `granularity`: one decade each, to be multiplied by powers of ten. */

function geometric(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.round(100 * 10 ** (i / count)))
}

const R80 = `
100 103 106 109 112 115 118 122 125 128 132 136 140 145 150 155 160 165 170 175
180 185 190 195 200 206 212 218 224 230 236 243 250 258 265 272 280 290 300 307
315 325 335 345 355 365 375 387 400 412 425 437 450 462 475 487 500 515 530 545
560 580 600 615 630 650 670 690 710 730 750 775 800 825 850 875 900 925 950 975`
const E24 = '10 11 12 13 15 16 18 20 22 24 27 30 33 36 39 43 47 51 56 62 68 75 82 91'

function numbers(text: string): number[] {
  return text.trim().split(/\s+/).map(Number)
}

function everyNth(list: number[], n: number): number[] {
  return list.filter((_, i) => i % n === 0)
}

export const SERIES: Record<string, number[]> = {
  R5: [10, 16, 25, 40, 63],
  R10: everyNth(numbers(R80), 8),
  R20: everyNth(numbers(R80), 4),
  R40: everyNth(numbers(R80), 2),
  R80: numbers(R80),
  '1-2-5': [10, 20, 50],
  E6: everyNth(numbers(E24), 4),
  E12: everyNth(numbers(E24), 2),
  E24: numbers(E24),
  E48: geometric(48),
  E96: geometric(96),
  E192: geometric(192).map((one) => (one === 919 ? 920 : one)),
}
