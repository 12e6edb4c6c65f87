// Gives a framed phone a history of its own: frames on one desk share the browser's, so that a tap on 返回 would
// turn back another phone.

/** Runs before the app, in a frame only; also tells the desk where the phone is, to open it there again. */
export const OWN_HISTORY = `() => {
  if (window.parent === window) return
  const replace = history.replaceState.bind(history)
  const entries = [{ state: history.state, url: location.href }]
  let at = 0
  const tell = () => window.parent.postMessage({ type: 'fenyou.at', hash: location.hash }, '*')
  const keep = (state, title, url) => {
    replace(state, title, url)
    tell()
    return { state, url: location.href }
  }
  history.pushState = (state, title, url) => {
    const entry = keep(state, title, url)
    at += 1
    entries.splice(at, entries.length, entry)
  }
  history.replaceState = (state, title, url) => {
    entries[at] = keep(state, title, url)
  }
  history.go = (delta = 0) => {
    const entry = entries[at + delta]
    if (!entry || delta === 0) return
    at += delta
    setTimeout(() => {
      keep(entry.state, '', entry.url)
      dispatchEvent(new PopStateEvent('popstate', { state: entry.state }))
    })
  }
  history.back = () => history.go(-1)
  history.forward = () => history.go(1)
}`
