/** Host.*: what lives in the browser of the person's choices, the phone and its app. */
import type { Choices } from '../../shared/choices'
import type { SheetAnswer } from '../../shell/shell'
import type { RunningApp } from '../running-app'
import { resizeApp, scaleText, setTheme } from '../change-phone'
import { settle, textOf, type Handlers, type Params } from './answer'
import { focusInput, pointOfText, tapPoint } from './point-at'

function answerOf(params: Params): SheetAnswer {
  const { verdict, index, text, value } = params
  if (verdict === 'item') return { verdict, index: Number(index) }
  if (verdict === 'cancel') return { verdict }
  if (verdict !== 'confirm') throw new Error('verdict must be confirm, item or cancel')
  return {
    verdict,
    ...(typeof text === 'string' ? { text } : {}),
    ...(value === undefined || value === null ? {} : { value }),
  }
}

/** Per page of the stack: how it fared. */
const statsOf = (running: RunningApp) => ({
  pages: running.router.stack.map((page) => ({
    pageId: page.pageId,
    path: page.route,
    ...page.traffic,
    warnings: page.warnings,
  })),
})

function sheetOf({ shell }: RunningApp): unknown {
  const sheet = shell.openSheet()
  if (!sheet) return { sheet: null }
  const { body: _body, ...told } = sheet
  return { sheet: told }
}

/** What turns for ever doesn't count. */
const isMoving = (one: Animation): boolean =>
  one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity

/** Longer than any slide; what takes longer is waited for no more. */
const STILL_WITHIN_MS = 2000

/** Waits until nothing slides or fades any more, on the page or around it, and its pictures have come. */
async function untilStill(running: RunningApp): Promise<void> {
  await settle(running)
  const inside = running.router.top()?.view.window.document
  const all = inside ? [document, inside] : [document]
  const moving = all.flatMap((one) => one.getAnimations().filter(isMoving))
  const pictures = all.flatMap((one) => [...one.images].filter(({ complete }) => !complete))
  const loads = pictures.map((one) => one.decode())
  const still = Promise.allSettled([...moving.map(({ finished }) => finished), ...loads])
  await Promise.race([still, new Promise((resolve) => setTimeout(resolve, STILL_WITHIN_MS))])
}

function keepings(running: RunningApp): Handlers {
  const { phone } = running.host
  return {
    'Host.lastShare': () => ({ share: phone.shares.at(-1) ?? null }),
    'Host.shares': () => ({ shares: phone.shares }),
    'Host.clipboard': () => ({ text: phone.clipboard }),
    'Host.album': () => ({ pictures: phone.album, videos: phone.videos }),
    'Host.stats': () => statsOf(running),
    'Host.problems': () => ({ problems: running.problems.list }),
    'Host.sheet': () => sheetOf(running),
    'Host.toast': () => ({ toast: running.shell.toast() }),
    'Host.text': () => ({ text: document.body.innerText }),
    'Host.still': () => untilStill(running),
    'Host.storage': () => ({ storage: Object.fromEntries(running.host.storage) }),
  }
}

export function hostHandlers(running: RunningApp): Handlers {
  const then = (perform: (params: Params) => unknown) => async (params: Params) => {
    const result = await perform(params)
    await settle(running)
    return result
  }
  return {
    ...keepings(running),
    'Host.settle': () => settle(running),
    'Host.tapPoint': (params) => tapPoint(running, params),
    'Host.pointOfText': (params) => pointOfText(textOf(params, 'text')),
    'Host.focus': then((params) => focusInput(running, params)),
    'Host.choose': (params) => {
      Object.assign(running.boot.choices, params as Partial<Choices>)
    },
    'Host.answer': then((params) => running.shell.answerSheet(answerOf(params))),
    'Host.launch': then((params) => running.start.reopen(params)),
    'Host.background': then(() => running.start.background()),
    'Host.foreground': then(() => running.start.foreground()),
    'Host.scrollTo': then((params) => {
      const top = running.router.top()
      const window = top?.view.window
      window?.scrollTo({
        top: Number(params['scrollTop'] ?? params['top'] ?? 0),
        behavior: 'instant',
      })
    }),
    'Host.theme': then((params) => setTheme(running, textOf(params, 'name'))),
    'Host.resize': then(() => resizeApp(running)),
    'Host.fontSize': then((params) => scaleText(running, Number(params['size']))),
  }
}
