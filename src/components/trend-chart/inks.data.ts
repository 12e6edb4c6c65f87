/** The chart tokens' values: a canvas cannot read style variables. */
export const chartInks = {
  light: {
    line: '#2C5A46',
    before: '#968F7E',
    grid: '#E7E1D4',
    area: 'rgba(44, 90, 70, .10)',
    text: '#676C5F',
    surface: '#FFFEFB',
  },
  dark: {
    line: '#8CC4A6',
    before: '#7C8276',
    grid: '#2F352E',
    area: 'rgba(140, 196, 166, .14)',
    text: '#969A8C',
    surface: '#1D211C',
  },
} as const

export type ChartInks = (typeof chartInks)['light' | 'dark']
