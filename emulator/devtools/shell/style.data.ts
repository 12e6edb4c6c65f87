/** How the phone around the pages looks: WeChat's own bars and sheets, light and dark. Sizes are CSS pixels. */
export const PHONE_CSS = `
:root { --paper: #fff; --ink: rgba(0,0,0,.9); --soft: rgba(0,0,0,.5); --faint: rgba(0,0,0,.3); --line: rgba(0,0,0,.1);
  --under: #ededed; --press: #ececec; --link: #576b95; --green: #07c160; --red: #fa5151; --field: rgba(0,0,0,.05); }
:root[data-theme=dark] { --paper: #2c2c2c; --ink: rgba(255,255,255,.8); --soft: rgba(255,255,255,.5); --faint: rgba(255,255,255,.3);
  --line: rgba(255,255,255,.05); --under: #191919; --press: #373737; --link: #7d90a9; --field: rgba(255,255,255,.1); }
* { box-sizing: border-box; -webkit-tap-highlight-color: transparent; }
html, body { margin: 0; height: 100%; overflow: hidden; background: #fff; user-select: none; -webkit-user-select: none;
  font: 17px/1.4 -apple-system, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; color: var(--ink); }
:root[data-theme=dark] body { background: #111; }
button { font: inherit; color: inherit; border: 0; background: none; padding: 0; margin: 0; -webkit-appearance: none; appearance: none; }
[hidden] { display: none !important; }
#pages iframe { position: absolute; left: 0; width: 100%; border: 0; visibility: hidden; background: transparent; }
#pages iframe.on { visibility: visible; z-index: 1; }
#bar { position: absolute; top: 0; left: 0; right: 0; z-index: 3; }
#bar.custom { background: none !important; pointer-events: none; }
#bar.custom .title, #bar.custom .back, #bar.custom .spin { display: none; }
#bar .status { display: flex; align-items: flex-end; justify-content: space-between; padding: 0 24px 4px; font-size: 15px; font-weight: 600; line-height: 18px; }
#bar .row { position: relative; height: 44px; display: flex; align-items: center; justify-content: center; }
#bar .title { max-width: calc(100% - 200px); overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font-weight: 500; }
#bar .back { position: absolute; left: 0; top: 0; width: 48px; height: 44px; font-size: 0; }
#bar .back::before { content: ""; position: absolute; left: 18px; top: 16px; width: 11px; height: 11px;
  border: solid currentColor; border-width: 0 0 2px 2px; transform: rotate(45deg); }
#bar .spin { width: 18px; height: 18px; margin-right: 6px; border-radius: 50%; border: 2px solid currentColor; border-top-color: transparent; animation: spin 1s linear infinite; }
#capsule { position: absolute; right: 7px; width: 87px; height: 32px; border: 1px solid rgba(0,0,0,.1); border-radius: 16px; background: rgba(255,255,255,.6);
  color: #000; display: flex; z-index: 4; pointer-events: auto; }
#bar.white #capsule { border-color: rgba(255,255,255,.25); background: rgba(0,0,0,.15); color: #fff; }
#capsule button { flex: 1; position: relative; }
#capsule button::after { content: ""; position: absolute; inset: -6px -4px; }
#capsule button:last-child { border-left: 1px solid rgba(128,128,128,.25); }
#capsule svg { display: block; margin: 0 auto; }
#tabs { position: absolute; left: 0; right: 0; bottom: 0; z-index: 3; display: flex; border-top: 1px solid var(--line); }
#tabs button { position: relative; flex: 1; min-width: 44px; height: 49px; display: flex; flex-direction: column; align-items: center; justify-content: center; font-size: 10px; line-height: 14px; }
#tabs img { width: 27px; height: 27px; display: block; margin-bottom: 2px; }
#tabs .badge { position: absolute; top: 2px; left: calc(50% + 6px); min-width: 16px; height: 16px; padding: 0 4px; border-radius: 8px; background: var(--red); color: #fff; font-size: 10px; line-height: 16px; text-align: center; }
#tabs .dot { position: absolute; top: 4px; left: calc(50% + 10px); width: 8px; height: 8px; border-radius: 4px; background: var(--red); }
#toast { position: absolute; inset: 0; z-index: 20; pointer-events: none; display: flex; justify-content: center; padding-top: 38vh; }
#toast.mask { pointer-events: auto; }
#toast .box { align-self: flex-start; width: 136px; min-height: 136px; padding: 28px 8px 16px; border-radius: 12px; background: rgba(76,76,76,.95); color: #fff;
  display: flex; flex-direction: column; align-items: center; text-align: center; font-size: 16px; word-break: break-all; }
#toast.plain .box { width: auto; min-width: 120px; max-width: 252px; min-height: 0; padding: 12px 16px; }
#toast .icon { width: 40px; height: 40px; margin-bottom: 12px; font-size: 40px; line-height: 40px; }
#toast .icon img { width: 40px; height: 40px; object-fit: contain; }
#toast .icon.loading { border-radius: 50%; border: 3px solid rgba(255,255,255,.9); border-top-color: transparent; animation: spin 1s linear infinite; }
@keyframes spin { to { transform: rotate(360deg); } }
#cover { position: absolute; inset: 0; z-index: 10; background: rgba(0,0,0,.6); }
#suggestion { position: absolute; left: 0; right: 0; bottom: 0; z-index: 12; padding: 8px 16px calc(8px + var(--safe-bottom)); background: var(--under); border-top: 1px solid var(--line);
  display: flex; align-items: center; gap: 12px; font-size: 14px; color: var(--soft); }
#suggestion button { min-height: 44px; padding: 0 16px; border-radius: 8px; background: var(--paper); color: var(--ink); font-size: 17px; }
#preview { position: absolute; inset: 0; z-index: 15; background: #000; color: #fff; display: flex; overflow-x: auto; scroll-snap-type: x mandatory; }
#preview img { flex: none; width: 100vw; height: 100%; object-fit: contain; scroll-snap-align: center; }
#preview .count { position: fixed; left: 0; right: 0; bottom: 48px; text-align: center; font-size: 14px; }
.dialog { position: absolute; left: 50%; top: 45%; transform: translate(-50%,-50%); width: 320px; max-width: calc(100% - 48px); max-height: 80%; overflow: hidden;
  display: flex; flex-direction: column; border-radius: 12px; background: var(--paper); text-align: center; }
.dialog .title { padding: 32px 24px 16px; font-weight: 700; }
.dialog .content { padding: 0 24px; margin-bottom: 32px; color: var(--soft); overflow-y: auto; white-space: pre-wrap; word-break: break-word; }
.dialog .content:first-child { margin-top: 32px; color: var(--ink); }
.dialog .field { margin: 0 24px 32px; padding: 10px 12px; border: 0; outline: 0; border-radius: 4px; background: var(--field); color: inherit; font: inherit; }
.buttons { display: flex; flex: none; border-top: 1px solid var(--line); }
.buttons button { flex: 1; min-height: 56px; font-weight: 700; color: var(--link); }
.buttons button + button { border-left: 1px solid var(--line); }
.buttons button.cancel { color: var(--ink); }
.sheet { position: absolute; left: 0; right: 0; bottom: 0; max-height: 90%; display: flex; flex-direction: column; border-radius: 12px 12px 0 0; background: var(--paper); overflow: hidden; }
.sheet .hint { padding: 20px 24px; color: var(--soft); font-size: 14px; text-align: center; border-bottom: 1px solid var(--line); }
.sheet .lines { overflow-y: auto; }
.sheet .line { display: block; width: 100%; min-height: 56px; padding: 12px 16px; border-top: 1px solid var(--line); text-align: center; }
.sheet .line:first-child { border-top: 0; }
.sheet .gap { height: 8px; flex: none; background: var(--under); }
.sheet .safe { height: var(--safe-bottom); flex: none; }
.sheet .head { padding: 24px 24px 8px; display: flex; align-items: center; gap: 8px; font-size: 15px; color: var(--soft); }
.sheet .head::before { content: ""; width: 22px; height: 22px; border-radius: 50%; background: var(--green); }
.sheet .title { padding: 8px 24px; font-size: 22px; font-weight: 600; }
.sheet .content { padding: 0 24px 16px; color: var(--soft); font-size: 15px; white-space: pre-wrap; word-break: break-word; overflow-y: auto; }
.sheet .amount { padding: 8px 24px 16px; text-align: center; font-size: 40px; font-weight: 600; }
.sheet .amount small { font-size: 26px; margin-right: 4px; }
.sheet.money .title, .sheet.money .content { text-align: center; }
.sheet.money .title { font-size: 16px; font-weight: 400; padding-top: 24px; }
.sheet .entry { display: flex; align-items: center; justify-content: space-between; min-height: 52px; padding: 8px 24px; border-top: 1px solid var(--line); }
.sheet .link { padding: 12px 24px; text-align: left; color: var(--link); font-size: 15px; min-height: 44px; }
.sheet .two { display: flex; justify-content: center; gap: 16px; padding: 24px 24px 32px; flex: none; }
.sheet .two button { width: 136px; min-height: 44px; border-radius: 8px; font-weight: 500; background: var(--field); color: var(--green); }
.sheet .two button.confirm { background: var(--green); color: #fff; }
.sheet.money .two button { width: 220px; }
.sheet .close { position: absolute; left: 8px; top: 8px; width: 44px; height: 44px; font-size: 24px; line-height: 44px; color: var(--soft); }
.switch { width: 51px; height: 31px; border-radius: 16px; background: var(--faint); position: relative; }
.switch::before { content: ""; position: absolute; left: 2px; top: 2px; width: 27px; height: 27px; border-radius: 50%; background: #fff; transition: left .15s; }
.switch[aria-checked=true] { background: var(--green); }
.switch[aria-checked=true]::before { left: 22px; }
.keys { display: grid; grid-template-columns: repeat(3,1fr); background: var(--under); gap: 1px; flex: none; }
.keys button { min-height: 48px; background: var(--paper); font-size: 22px; }
.dots { display: flex; justify-content: center; gap: 8px; padding: 4px 0 20px; }
.dots i { width: 40px; height: 44px; border-radius: 4px; background: var(--field); display: flex; align-items: center; justify-content: center; font-style: normal; }
.dots i.full::before { content: ""; width: 12px; height: 12px; border-radius: 50%; background: var(--ink); }
.picker .top { display: flex; justify-content: space-between; align-items: center; flex: none; border-bottom: 1px solid var(--line); }
.picker .top button { min-width: 72px; min-height: 48px; color: var(--soft); }
.picker .top button.confirm { color: var(--green); font-weight: 500; }
.picker .top .name { font-weight: 500; }
.columns { position: relative; display: flex; height: 240px; flex: none; }
.columns::after { content: ""; position: absolute; left: 0; right: 0; top: 96px; height: 48px; border: solid var(--line); border-width: 1px 0; pointer-events: none; }
.column { flex: 1; min-width: 0; overflow-y: auto; scroll-snap-type: y mandatory; padding: 96px 0; scrollbar-width: none; }
.column::-webkit-scrollbar { display: none; }
.column button { display: block; width: 100%; height: 48px; scroll-snap-align: center; text-align: center; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; padding: 0 4px; }
`
