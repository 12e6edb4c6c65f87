// After any history the figures that were summed up step by step are those that all facts come to at once.
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '@contract/time'
import { openScene, type Scene } from '../../simulation/scene'
import { STEPS } from '../../simulation/steps'
import { perhapsTrouble } from '../../simulation/trouble'
import { figureDifferencesIn } from '../../support/figures'

const LONG = 180_000

/** Steps that make or change facts; the rest of the simulated year is about money that is out already. */
const STORY = Object.keys(STEPS).filter((name) => !/withdraw|money|review/.test(name))

async function playStory(scene: Scene, steps: number): Promise<void> {
  const { chance, cloud, wechat } = scene
  await STEPS['publish a plan']?.play(scene)
  for (let step = 0; step < steps; step += 1) {
    // Sometimes WeChat keeps what it has to say for hours: the notice is late, the moment of payment is not.
    if (chance.is(0.15)) wechat.pause()
    const trouble = perhapsTrouble(scene, 0.3)
    const name = chance.pick(STORY, (one) => STEPS[one]?.weight ?? 0)
    await STEPS[name]?.play(scene).catch(() => undefined)
    if (trouble !== null) await scene.calmDown()
    if (chance.is(0.4)) await cloud.advance(chance.between(1, 90) * 60_000)
    if (chance.is(0.2)) await cloud.advance(chance.between(1, 5) * DAY_MS)
    if (chance.is(0.5)) await wechat.resume()
    if (chance.is(0.5)) await Promise.all([cloud.runTimer('timer'), cloud.runTimer('timer')])
  }
}

async function comeToRest(scene: Scene): Promise<void> {
  const { cloud, wechat } = scene
  await wechat.resume()
  await scene.calmDown()
  for (const pause of [HOUR_MS, HOUR_MS, DAY_MS, 20 * DAY_MS, 20 * DAY_MS, HOUR_MS]) {
    await cloud.advance(pause)
    await cloud.runTimer('timer')
    await wechat.drain()
  }
  await cloud.runTimer('timer')
}

describe('任何一段经历之后', () => {
  it.each([11, 408])(
    '种子 %i：退款、迟到的通知、换了人的顾客、重叠的定时器，数字都和从头算的一样',
    async (seed) => {
      const binding = { rule: 'last-touch', expireDays: 20, protectDays: 1 } as const
      const scene = await openScene(seed, { binding })
      try {
        const { database } = scene.cloud
        await playStory(scene, 80)
        await comeToRest(scene)
        expect(figureDifferencesIn(database)).toEqual([])
        const moved = database.count('attribution_changes')
        const refunded = database.count('after_sales', { status: 'refunded' })
        expect([moved, refunded].map((count) => count > 0)).toEqual([true, true])
        expect(database.count('distributor_figures')).toBeGreaterThan(3)
      } finally {
        await scene.stop()
      }
    },
    LONG,
  )
})
