// The desk's page: phones, who holds them, what was shared, and the cloud's clock.
import { DESK_SCRIPT } from './desk-script'
import { DESK_STYLE } from './desk-style'
import type { PreviewPerson } from './phone-page'

export interface Desk {
  readonly title: string
  readonly people: readonly PreviewPerson[]
  readonly phones: readonly string[]
  readonly phonePorts: readonly number[]
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function picker(desk: Desk, held: string): string {
  const options = desk.people.map(
    (person) =>
      `<option value="${escape(person.key)}"${person.key === held ? ' selected' : ''}>` +
      `${escape(person.name)} · ${escape(person.role)}</option>`,
  )
  return `<select class="who" aria-label="换人">${options.join('')}</select>`
}

function phone(desk: Desk, held: string, index: number): string {
  return `<section class="phone" data-index="${index}">
    <header><b>${index + 1} 号机</b>${picker(desk, held)}<button class="reload" title="重新打开">重开</button></header>
    <iframe title="${index + 1} 号机" allow="clipboard-write"></iframe>
  </section>`
}

export function deskPage(desk: Desk): string {
  const facts = JSON.stringify({ ports: desk.phonePorts }).replace(/</g, '\\u003c')
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(desk.title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,"><style>${DESK_STYLE}</style></head>
<body>
<header class="bar"><h1>${escape(desk.title)}</h1>
  <div class="clock"><span>店里现在</span><b id="now">…</b>
    <button data-advance="3600000">+1 小时</button><button data-advance="86400000">+1 天</button>
    <button data-advance="604800000">+7 天</button></div>
</header>
<aside id="shared"><p class="hint">在一台手机上打开商品，点「分享」，再点「微信好友」：卡片会放在这里，另一台手机可以点开，也可以扫码打开。</p></aside>
<main>${desk.phones.map((held, index) => phone(desk, held, index)).join('\n')}</main>
<script>const DESK=${facts};${DESK_SCRIPT}</script>
</body></html>`
}
