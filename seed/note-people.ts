// What the demo shop's owner and channel manager noted about some distributors over the year.
import { DAY_MS, HOUR_MS } from '@contract/time'
import { distributorIdOf } from './recruit-people'
import type { Stage } from './stage'

interface SeedNote {
  /** Days before the year's end. */
  readonly daysAgo: number
  readonly author: string
  readonly about: string
  readonly text: string
}

const NOTES: readonly SeedNote[] = [
  {
    daysAgo: 61,
    author: 'owner',
    about: 'mei',
    text: '答应秋茶上市时先给她两箱样茶，用来办茶会。',
  },
  {
    daysAgo: 33,
    author: 'manager-east',
    about: 'mei',
    text: '样茶寄到了。茶会来了二十几个人，多半是她的老顾客。\n下一场想定在十二月。',
  },
  {
    daysAgo: 18,
    author: 'manager-east',
    about: 'lan',
    text: '带新人很细心，问过能不能有一份给新人看的冲泡说明，已经请人写。',
  },
]

export function planNotes(stage: Stage, end: number): void {
  for (const { daysAgo, author, about, text } of NOTES) {
    stage.plan(end - daysAgo * DAY_MS - HOUR_MS, async () => {
      const note = { distributorId: distributorIdOf(about), text }
      await stage.call(author, 'owner.addPersonNote', note)
    })
  }
}
