/** The icon shapes: 24 grid, 1.6 line, one part filled at 16 % to carry the meaning. */
export const iconShapes = {
  back: '<path d="M15 4.5 7.5 12l7.5 7.5"/>',
  chev: '<path d="m9 5.5 6.5 6.5L9 18.5"/>',
  down: '<path d="m5.5 9 6.5 6.5L18.5 9"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  check: '<path d="m5 12.5 4.7 4.7L19 7.5"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  minus: '<path d="M5 12h14"/>',
  search: '<circle cx="10.8" cy="10.8" r="6.3"/><path d="m15.5 15.5 4.5 4.5"/>',
  info: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.3M12 7.7v.2"/>',
  warn: '<path fill="currentColor" fill-opacity=".16" d="M12 4 3.5 19h17z"/><path d="M12 10v4M12 16.6v.1"/>',
  bell: '<path fill="currentColor" fill-opacity=".16" d="M6 16.5V11a6 6 0 0 1 12 0v5.5z"/><path d="M4.5 16.5h15M10 19.5c1 1.2 3 1.2 4 0"/>',
  home: '<path fill="currentColor" fill-opacity=".16" d="M4.5 10.8 12 4.5l7.5 6.3V19a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1z"/><path d="M9.5 20v-5.5h5V20"/>',
  grid: '<rect fill="currentColor" fill-opacity=".16" x="4" y="4" width="6.8" height="6.8" rx="1.8"/><rect x="13.2" y="4" width="6.8" height="6.8" rx="1.8"/><rect x="4" y="13.2" width="6.8" height="6.8" rx="1.8"/><rect fill="currentColor" fill-opacity=".16" x="13.2" y="13.2" width="6.8" height="6.8" rx="3.4"/>',
  cart: '<path d="M3.5 4.5h2.2l2.1 10.3h9.7l2-7.3H6.4"/><circle fill="currentColor" fill-opacity=".16" cx="9.3" cy="18.7" r="1.5"/><circle fill="currentColor" fill-opacity=".16" cx="16.3" cy="18.7" r="1.5"/>',
  user: '<circle fill="currentColor" fill-opacity=".16" cx="12" cy="8.3" r="3.9"/><path d="M4.5 20c.8-4 3.6-6 7.5-6s6.7 2 7.5 6"/>',
  sprout:
    '<path d="M12 20.5v-9"/><path fill="currentColor" fill-opacity=".16" d="M12 11.5C12 7 9 4.5 4.5 4.5 4.5 9 7.5 11.5 12 11.5z"/><path d="M12 14c0-3.5 2.5-6 7.5-6 0 4-3 6-7.5 6z"/>',
  share:
    '<path d="M12 15V4.5M8 8l4-4 4 4"/><path fill="currentColor" fill-opacity=".16" d="M5 12.5V18a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5.5"/>',
  poster:
    '<rect fill="currentColor" fill-opacity=".16" x="5" y="3.5" width="14" height="17" rx="2"/><path d="M8 14.5 11 11l2.5 2.5L16 11"/><path d="M8 17.5h8"/>',
  link: '<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1"/><path d="M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1"/>',
  copy: '<rect fill="currentColor" fill-opacity=".16" x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 5.5v-.5a1 1 0 0 0-1-1h-9a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h.5"/>',
  save: '<path d="M12 4v10.5M8 11l4 4 4-4"/><path fill="currentColor" fill-opacity=".16" d="M4.5 16.5V18A2 2 0 0 0 6.5 20h11a2 2 0 0 0 2-2v-1.5"/>',
  chat: '<path fill="currentColor" fill-opacity=".16" d="M12 4.5c-4.7 0-8.5 3-8.5 6.8 0 2.1 1.2 4 3 5.2l-.7 3 3.5-1.7c.9.2 1.8.3 2.7.3 4.7 0 8.5-3 8.5-6.8s-3.8-6.8-8.5-6.8z"/><path d="M9 10.7v.1M15 10.7v.1"/>',
  moments:
    '<circle cx="12" cy="12" r="8.5"/><circle fill="currentColor" fill-opacity=".16" cx="12" cy="12" r="3.3"/><path d="M12 3.5 8.8 11M20.3 10.4l-7.1-1.5M18.3 17.8 14.9 13.5M8.4 19.7l2.7-4.7M3.7 10.4l5.2 2.8"/>',
  wallet:
    '<path fill="currentColor" fill-opacity=".16" d="M4 8a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v9.5a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2z"/><path d="M4 9.8h16M15.5 14.3h1.5"/>',
  list: '<path d="M9 6.5h10.5M9 12h10.5M9 17.5h10.5"/><path d="M4.8 6.5h.1M4.8 12h.1M4.8 17.5h.1"/>',
  team: '<circle fill="currentColor" fill-opacity=".16" cx="9" cy="8.5" r="3.3"/><path d="M3 19c.5-3.4 2.8-5.2 6-5.2s5.5 1.8 6 5.2M15.5 5.5a3.3 3.3 0 0 1 0 6M17 14.3c2.3.5 3.7 2.1 4 4.7"/>',
  shop: '<path fill="currentColor" fill-opacity=".16" d="M5 10v8.5a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V10"/><path d="M4 9.5 5.5 4.5h13L20 9.5c-.8 2-3.2 2-4 0-.8 2-3.2 2-4 0-.8 2-3.2 2-4 0-.8 2-3.2 2-4 0z"/>',
  photo:
    '<rect fill="currentColor" fill-opacity=".16" x="3.5" y="5" width="17" height="14" rx="2"/><circle cx="8.5" cy="9.8" r="1.5"/><path d="m4 17 5-4.5 3.5 3 3-2.5 5 4"/>',
  trophy:
    '<path fill="currentColor" fill-opacity=".16" d="M7.5 4.5h9V10a4.5 4.5 0 0 1-9 0z"/><path d="M7.5 6H4.5c0 3 1 4.5 3.3 4.7M16.5 6h3c0 3-1 4.5-3.3 4.7M12 14.5v3M8.5 19.5c0-1.3 1-2 3.5-2s3.5.7 3.5 2z"/>',
  book: '<path fill="currentColor" fill-opacity=".16" d="M5 5.5A2 2 0 0 1 7 3.5h12v14H7a2 2 0 0 0-2 2z"/><path d="M5 19.5a2 2 0 0 0 2 1.5h12M9 8h6"/>',
  medal:
    '<circle fill="currentColor" fill-opacity=".16" cx="12" cy="14.5" r="5"/><path d="M8.5 10.5 6 3.5M15.5 10.5l2.5-7M12 9.5l-2-6M12 12.5v4"/>',
  star: '<path fill="currentColor" fill-opacity=".16" d="m12 4 2.4 5.1 5.6.7-4.1 3.8 1.1 5.5L12 16.4l-5 2.7 1.1-5.5L4 9.8l5.6-.7z"/>',
  pin: '<path fill="currentColor" fill-opacity=".16" d="M12 21c4.5-4.7 6.8-8.2 6.8-11A6.8 6.8 0 0 0 5.2 10c0 2.8 2.3 6.3 6.8 11z"/><circle cx="12" cy="10" r="2.3"/>',
  camera:
    '<path fill="currentColor" fill-opacity=".16" d="M4 8.5a1.5 1.5 0 0 1 1.5-1.5H8l1.5-2h5L16 7h2.5A1.5 1.5 0 0 1 20 8.5V17a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17z"/><circle cx="12" cy="12.5" r="3.3"/>',
  clock:
    '<circle fill="currentColor" fill-opacity=".16" cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  task: '<rect fill="currentColor" fill-opacity=".16" x="4.5" y="4.5" width="15" height="15.5" rx="2"/><path d="m8.5 12.5 2.5 2.5 4.7-5.2M9 3v3M15 3v3"/>',
  flag: '<path d="M6 21V4"/><path fill="currentColor" fill-opacity=".16" d="M6 4.5c4-2 7 2 12 0v9c-5 2-8-2-12 0z"/>',
  box: '<path fill="currentColor" fill-opacity=".16" d="M4 8.5 12 4.5l8 4V16l-8 4.5L4 16z"/><path d="m4 8.5 8 4 8-4M12 12.5v8"/>',
  bank: '<path fill="currentColor" fill-opacity=".16" d="M4 9.5 12 4.5l8 5z"/><path d="M4 9.5h16M6 12.5v5M10 12.5v5M14 12.5v5M18 12.5v5M4 20h16"/>',
  lock: '<rect fill="currentColor" fill-opacity=".16" x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
  shield:
    '<path fill="currentColor" fill-opacity=".16" d="M12 3.5 5 6v5.5c0 4.3 2.8 7.3 7 9 4.2-1.7 7-4.7 7-9V6z"/><path d="m8.8 12 2.3 2.3 4.2-4.5"/>',
  bolt: '<path fill="currentColor" fill-opacity=".16" d="M13 3.5 5.5 13.5H11l-1 7 7.5-10H12z"/>',
  gear: '<circle fill="currentColor" fill-opacity=".16" cx="12" cy="12" r="3"/><path d="M12 3.5v2.5M12 18v2.5M3.5 12H6M18 12h2.5M6 6l1.8 1.8M16.2 16.2 18 18M18 6l-1.8 1.8M7.8 16.2 6 18"/>',
  heart:
    '<path fill="currentColor" fill-opacity=".16" d="M12 20C6 15.5 3.5 12.5 3.5 9.3A4.3 4.3 0 0 1 12 8a4.3 4.3 0 0 1 8.5 1.3C20.5 12.5 18 15.5 12 20z"/>',
  kefu: '<path d="M5 13v-1.5a7 7 0 0 1 14 0V13"/><rect fill="currentColor" fill-opacity=".16" x="3.8" y="12.5" width="3.4" height="5" rx="1.5"/><rect fill="currentColor" fill-opacity=".16" x="16.8" y="12.5" width="3.4" height="5" rx="1.5"/><path d="M18.5 17.5c0 2-2 3-5 3"/>',
  up: '<path d="M12 19V5M6.5 10.5 12 5l5.5 5.5"/>',
  dn: '<path d="M12 5v14M6.5 13.5 12 19l5.5-5.5"/>',
  edit: '<path fill="currentColor" fill-opacity=".16" d="m5 19 .8-3.8L15.5 5.5l3 3-9.7 9.7z"/><path d="m13.5 7.5 3 3"/>',
  play: '<path fill="currentColor" fill-opacity=".16" d="M7 5v14l11-7z"/>',
  refresh: '<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9"/><path d="M19.5 4.5V9H15"/>',
  calc: '<rect fill="currentColor" fill-opacity=".16" x="5" y="3.5" width="14" height="17" rx="2"/><path d="M8.5 7.5h7M8.5 12h.1M12 12h.1M15.5 12h.1M8.5 16h.1M12 16h3.5"/>',
  truck:
    '<path fill="currentColor" fill-opacity=".16" d="M3.5 6.5h10.5v10H3.5z"/><path d="M14 10h3.5l3 3v3.5H14"/><circle cx="7.5" cy="17.5" r="1.7"/><circle cx="17" cy="17.5" r="1.7"/>',
  pie: '<path d="M12 3.5a8.5 8.5 0 1 0 8.5 8.5H12z"/><path fill="currentColor" fill-opacity=".16" d="M15 3.5A8.5 8.5 0 0 1 20.5 9H15z"/>',
  percent:
    '<circle fill="currentColor" fill-opacity=".16" cx="7.5" cy="7.5" r="2.8"/><circle fill="currentColor" fill-opacity=".16" cx="16.5" cy="16.5" r="2.8"/><path d="M18 6 6 18"/>',
  eye: '<path fill="currentColor" fill-opacity=".16" d="M2.5 12C5 7.600 8.200 5.500 12 5.500s7 2.100 9.500 6.500c-2.500 4.400-5.700 6.500-9.500 6.500S5 16.400 2.500 12z"/><circle cx="12" cy="12" r="2.8"/>',
  eyeOff:
    '<path d="M4 9.500c2.300 3 5 4.500 8 4.500s5.700-1.500 8-4.500M12 14v3.200M7.300 12.900 5.700 15.600M16.700 12.900l1.600 2.700"/>',
  trash:
    '<path fill="currentColor" fill-opacity=".16" d="M6.500 8h11l-.9 11a1.500 1.500 0 0 1-1.500 1.400H8.900A1.500 1.500 0 0 1 7.400 19z"/><path d="M4.500 8h15M9.500 8V5.500a1 1 0 0 1 1-1h3a1 1 0 0 1 1 1V8"/>',
} as const
