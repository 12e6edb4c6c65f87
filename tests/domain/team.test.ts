// 团队: everybody once in the tree, counts that add up, who is lively, who may be nudged, and pages that hold.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import { DAY_MS, dateOf } from '@contract/time'
import { TEAM_SORTS, type Nudge } from '@contract/model/team'
import type { TeamMember } from '../../cloudfunctions/domain/team/describe-member'
import { growTree } from '../../cloudfunctions/domain/team/grow-tree'
import { isLively } from '../../cloudfunctions/domain/team/judge-activity'
import { judgeNudge, offerNudge } from '../../cloudfunctions/domain/team/judge-nudge'
import { pageMembers } from '../../cloudfunctions/domain/team/sort-members'
import { sumTeam } from '../../cloudfunctions/domain/team/sum-team'
import { NOON } from './support/builders'

const memberOf = (changes: Partial<TeamMember> & { readonly id: string }): TeamMember => ({
  inviterId: 'root',
  name: changes.id,
  tier: 'sprout',
  standing: 'active',
  refusesNudges: false,
  salesFen: fen(0),
  lastSalesFen: fen(0),
  broughtFen: fen(0),
  hasSold: false,
  livelyOn: null,
  joinedOn: '2026-01-01',
  admittedAt: 1,
  isLively: false,
  ...changes,
})

/** Any forest under a root: each is brought by the root or by somebody before them. */
const teams = fc
  .array(
    fc.record({
      above: fc.nat(),
      standing: fc.constantFrom('active', 'active', 'paused', 'left'),
      salesFen: fc.nat(500_000).map(fen),
      isLively: fc.boolean(),
      quiet: fc.nat(60),
    }),
    { maxLength: 60 },
  )
  .map((drawn) =>
    drawn.map(({ above, quiet, ...rest }, index): TeamMember => {
      const at = above % (index + 1)
      return memberOf({
        ...rest,
        id: `m${index}`,
        inviterId: at === 0 ? 'root' : `m${at - 1}`,
        admittedAt: index + 1,
        livelyOn: dateOf(NOON - quiet * DAY_MS),
      })
    }),
  )

describe('关系图', () => {
  it('每个人只出现一次，总在带他来的人之后；在的人加起来等于人数', () => {
    fc.assert(
      fc.property(teams, fc.integer({ min: 0, max: 70 }), (members, limit) => {
        const { rows, cut } = growTree('root', members, limit)
        const ids = rows.map(({ member }) => member.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(rows.length).toBeLessThanOrEqual(limit)
        rows.forEach(({ member, under, level }, index) => {
          expect(under).toBeLessThan(index)
          expect(under === -1 ? 'root' : rows[under]?.member.id).toBe(member.inviterId)
          expect(level).toBe(under === -1 ? 1 : (rows[under]?.level ?? 0) + 1)
        })
        const whole = growTree('root', members, members.length)
        expect(rows.length + cut).toBe(whole.rows.length)
        const there = members.filter(({ standing }) => standing !== 'left')
        for (const { id } of there) {
          expect(whole.rows.some(({ member }) => member.id === id)).toBe(true)
        }
      }),
    )
  })

  it('离开的人只在他带来的人还在的时候留着；同一层卖得多的在前', () => {
    const { rows } = growTree(
      'root',
      [
        memberOf({ id: 'gone', standing: 'left' }),
        memberOf({ id: 'bridge', standing: 'left' }),
        memberOf({ id: 'below', inviterId: 'bridge' }),
        memberOf({ id: 'best', salesFen: fen(900) }),
      ],
      99,
    )
    expect(rows.map(({ member }) => member.id)).toEqual(['best', 'bridge', 'below'])
  })

  it('人数、活跃、销售都是逐个人加起来的，离开的不算', () => {
    fc.assert(
      fc.property(teams, teams, (near, far) => {
        const sums = sumTeam(near, far)
        const there = [...near, ...far].filter(({ standing }) => standing !== 'left')
        expect(sums.direct.people + sums.indirect.people).toBe(there.length)
        expect(sums.salesFen).toBe(there.reduce((sum, { salesFen }) => sum + salesFen, 0))
        const lively = there.filter((member) => member.isLively).length
        expect(sums.direct.lively + sums.indirect.lively).toBe(lively)
      }),
    )
  })
})

describe('活跃：最近 14 天做过什么，或者刚加入', () => {
  const daysAgo = (days: number) => dateOf(NOON - days * DAY_MS)
  it.each([
    ['今天', 0, 300, true],
    ['13 天前', 13, 300, true],
    ['14 天前', 14, 300, false],
    ['没有做过，今天加入', null, 0, true],
    ['没有做过，14 天前加入', null, 14, false],
  ])('%s', (_words, quiet, joined, expected) => {
    const livelyOn = quiet === null ? null : daysAgo(quiet)
    expect(isLively({ livelyOn, joinedOn: daysAgo(joined) }, NOON)).toBe(expected)
  })
})

describe('提醒一下', () => {
  const sent = { week: '2026-11-02', state: 'sent' } as Nudge
  it.each([
    ['没动静的：可以', {}, null, 'ok', 'offered'],
    ['有动静的：不用', { isLively: true }, null, 'NUDGE_LIVELY', 'none'],
    ['被冻结的：送不到', { standing: 'paused' }, null, 'NUDGE_AWAY', 'none'],
    ['离开的：送不到', { standing: 'left' }, null, 'NUDGE_AWAY', 'none'],
    ['不收提醒的：尊重', { refusesNudges: true }, null, 'NUDGE_REFUSED', 'refused'],
    ['这周提醒过的：下周一再来', {}, sent, 'NUDGE_TWICE', 'sent'],
    ['提醒之后有了动静：还看得到提醒过', { isLively: true }, sent, 'NUDGE_TWICE', 'sent'],
    ['他谢过了', {}, { ...sent, state: 'thanked' }, 'NUDGE_TWICE', 'thanked'],
  ])('%s', (_words, changes, known, code, offer) => {
    const member = memberOf({ id: 'm', ...(changes as Partial<TeamMember>) })
    const verdict = judgeNudge(member, known as Nudge | null)
    expect(verdict.isAllowed ? 'ok' : verdict.refusal.code).toBe(code)
    if (code === 'NUDGE_TWICE' && !verdict.isAllowed) {
      expect(verdict.refusal.facts).toEqual({ on: '2026-11-09' })
    }
    expect(offerNudge(member, known as Nudge | null)).toBe(offer)
  })
})

describe('直接成员', () => {
  it('一页一页翻完，每个人正好一次，顺序和一次看完一样', () => {
    fc.assert(
      fc.property(teams, fc.constantFrom(...TEAM_SORTS), (members, sort) => {
        const whole = pageMembers(members, { search: '', sort, size: 1000 })
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = pageMembers(members, { search: '', sort, size: 7, cursor })
          seen.push(...page.rows.map(({ id }) => id))
          cursor = page.next ?? undefined
        } while (cursor !== undefined)
        expect(seen).toEqual(whole.rows.map(({ id }) => id))
        expect(new Set(seen).size).toBe(members.length)
      }),
    )
  })

  const people = [
    memberOf({ id: 'a', name: '苏晚', salesFen: fen(100), admittedAt: 3, livelyOn: '2026-11-01' }),
    memberOf({
      id: 'b',
      name: '苏小晚',
      salesFen: fen(900),
      admittedAt: 1,
      livelyOn: '2026-09-01',
    }),
    memberOf({ id: 'c', name: 'Lily', salesFen: fen(500), admittedAt: 2 }),
    memberOf({ id: 'd', name: '何川', standing: 'paused', admittedAt: 4 }),
  ]
  it.each([
    ['本月卖得多的在前', 'sales', '', 'bcad'],
    ['最久没动静的在前，暂停的在最后', 'quiet', '', 'cbad'],
    ['新来的在前', 'newest', '', 'dacb'],
    ['按名字里的字找', 'sales', '晚', 'ba'],
    ['英文不分大小写', 'sales', 'lI', 'c'],
    ['特殊字符就是它自己', 'sales', '.*', ''],
  ] as const)('%s', (_words, sort, search, ids) => {
    const page = pageMembers(people, { search, sort, size: 20 })
    expect(page.rows.map(({ id }) => id).join('')).toBe(ids)
    expect(page.found).toBe(ids.length)
  })
})
