// Waiting in a test: nothing is true at once, because an app's code and its pages are two worlds.

const PATIENCE_MS = 15_000
const PAUSE_MS = 40
/** The automator's client waits for an answer for ever; a test must not. */
const ANSWER_WITHIN_MS = 20_000

/** Tries until it works; after a while what was wrong last is thrown. */
export async function until<T>(attempt: () => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await answered(attempt())
    } catch (cause) {
      if (performance.now() > end) throw cause
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

async function answered<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the phone does not answer')), ANSWER_WITHIN_MS)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Words as they are compared: spaces and line breaks don't count. */
export const bare = (words: string): string => words.replace(/\s/g, '')
