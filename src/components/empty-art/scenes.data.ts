/** Scenes for states: tea cup, cracked bowl, misty hill; one line weight, inks by token name. */
export const sceneShapes = {
  empty:
    '<ellipse cx="100" cy="116" rx="74" ry="8" fill="var(--sunken)"/><circle cx="150" cy="34" r="15" fill="var(--gold-tint)"/><path d="M62 70h76c0 24-14 40-38 40S62 94 62 70z" fill="var(--brand-tint)" stroke="var(--brand)" stroke-width="1.800"/><path d="M138 76c13-2 19 4 17 12s-12 11-22 9" fill="none" stroke="var(--brand)" stroke-width="1.800"/><path d="M54 70h92" stroke="var(--brand)" stroke-width="1.800" stroke-linecap="round"/><g stroke="var(--gold-fill)" stroke-width="1.800" fill="none" stroke-linecap="round"><path d="M86 58c-6-7 6-12 0-20"/><path d="M102 58c-6-7 6-12 0-20"/><path d="M118 58c-6-7 6-12 0-20"/></g><path d="M40 108c6-14 16-16 22-15-1 10-10 16-22 15z" fill="var(--brand)" opacity=".35"/>',
  error:
    '<ellipse cx="100" cy="116" rx="74" ry="8" fill="var(--sunken)"/><path d="M60 62h78c0 28-14 48-39 48S60 90 60 62z" fill="var(--price-tint)" stroke="var(--price)" stroke-width="1.800"/><path d="M104 62l-7 12 9 8-8 11 5 8" fill="none" stroke="var(--price)" stroke-width="1.800" stroke-linejoin="round" stroke-linecap="round"/><path d="M52 62h94" stroke="var(--price)" stroke-width="1.800" stroke-linecap="round"/><path d="M74 50c8-14 18-18 34-16 12 1.500 20 6 24 16z" transform="rotate(-14 100 40) translate(-14 -8)" fill="var(--surface)" stroke="var(--price)" stroke-width="1.800"/><path d="M150 104c4 3 8 3 12 0M44 104c3 2 6 2 9 0" stroke="var(--gold-fill)" stroke-width="1.800" stroke-linecap="round" fill="none"/>',
  offline:
    '<ellipse cx="100" cy="116" rx="74" ry="8" fill="var(--sunken)"/><path d="M30 110c18-34 34-44 52-34 10-22 30-26 44-6 16-6 32 12 44 40z" fill="var(--brand-tint)" stroke="var(--brand)" stroke-width="1.800" stroke-linejoin="round"/><path d="M58 96c14-10 24-10 38-4M100 84c12-5 22-2 34 8" stroke="var(--brand)" stroke-width="1.300" fill="none" opacity=".5"/><g fill="none" stroke="var(--ink-3)" stroke-width="2.200" stroke-linecap="round"><path d="M84 32c10-8 24-8 34 0M91 41c6-5 14-5 20 0"/><path d="M86 20l32 36" stroke="var(--price)"/></g><circle cx="101" cy="50" r="2.600" fill="var(--ink-3)"/>',
} as const

/** The tokens' values, because a style sheet's pictures cannot read variables. */
export const sceneInks = {
  light: {
    brand: '#2C5A46',
    'brand-tint': '#E4EDE5',
    'gold-fill': '#E3B866',
    'gold-tint': '#FAEFD8',
    'ink-3': '#676C5F',
    price: '#B0412A',
    'price-tint': '#FAE9E2',
    sunken: '#EFEADF',
    surface: '#FFFEFB',
  },
  dark: {
    brand: '#8CC4A6',
    'brand-tint': '#233A2F',
    'gold-fill': '#D6A854',
    'gold-tint': '#38301C',
    'ink-3': '#969A8C',
    price: '#F0957C',
    'price-tint': '#3A241D',
    sunken: '#262B25',
    surface: '#1D211C',
  },
} satisfies Record<'light' | 'dark', Record<string, string>>
