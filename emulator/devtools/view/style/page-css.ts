/** What every page looks like before its own styles. */
export const PAGE_CSS = `
html { height: 100%; -webkit-text-size-adjust: 100%; overscroll-behavior: none; }
body { margin: 0; min-height: 100%;
  font: 16px/normal -apple-system, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  user-select: none; -webkit-user-select: none; -webkit-touch-callout: none; word-break: break-word;
  overflow-wrap: break-word; }
* { -webkit-tap-highlight-color: transparent; }
html::-webkit-scrollbar, body::-webkit-scrollbar { display: none; }
wx-page { display: contents; }
[hidden] { display: none !important; }
.wx-pull-down { height: 0; overflow: hidden; display: flex; align-items: center; justify-content: center; gap: 6px;
  transition: height .2s; }
.wx-pull-down i { width: 6px; height: 6px; border-radius: 50%; background: #888;
  animation: wx-pull-down 1s infinite; }
.wx-pull-down i:nth-child(2) { animation-delay: .15s; }
.wx-pull-down i:nth-child(3) { animation-delay: .3s; }
@keyframes wx-pull-down { 0%, 100% { opacity: .3; } 50% { opacity: 1; } }
`
