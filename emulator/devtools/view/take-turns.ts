/** What crosses between the layers takes a turn of the event loop each, in order, as between WeChat's threads. */
type Turn = () => void

const waiting: Turn[] = []
let idle: (() => void)[] = []
const channel = new MessageChannel()

channel.port1.onmessage = () => {
  const turn = waiting.shift()
  try {
    turn?.()
  } finally {
    if (waiting.length === 0) {
      const listeners = idle
      idle = []
      for (const listener of listeners) listener()
    }
  }
}

export function takeTurn(turn: Turn): void {
  waiting.push(turn)
  channel.port2.postMessage(null)
}

/** Resolves when no turn waits. */
export function turnsTaken(): Promise<void> {
  if (waiting.length === 0) return Promise.resolve()
  return new Promise((resolve) => idle.push(resolve))
}

/** Resolves after the next picture; a frame that is not shown gets none, so a timer stands in. */
export function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 60)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      setTimeout(resolve, 0)
    })
  })
}
