// 关系图怎么画：谁在哪里、折起多少、看得到的才画；两千人也一样快，因为画的只是眼前的。
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawTree } from '@/features/team/tree/draw-tree'
import { hitSpot } from '@/features/team/tree/hit-spot'
import { treeInks } from '@/features/team/tree/inks.data'
import { columnsIn, layOutTree } from '@/features/team/tree/lay-out-tree'
import { levelsOf } from '@/features/team/tree/tree-levels'
import type { TreeRow } from '@/features/team/tree/tree-row'
import { firstView, lookAt, moveBy, zoomAt } from '@/features/team/tree/view'
import { fen } from '@contract/money'

const SIZE = { width: 343, height: 264 }

const rowOf = (under: number, salesFen = 0, changes: Partial<TreeRow> = {}): TreeRow => ({
  ...{ id: `dst_${under}`, name: '苏晚', tier: 'sprout', under, standing: 'active' },
  ...{ isLively: true, hasSold: true, salesFen: fen(salesFen) },
  ...changes,
})

/** So many directly under the root, each with so many below. */
const teamOf = (direct: number, below: number): TreeRow[] => [
  ...Array.from({ length: direct }, (_, n) => rowOf(-1, (direct - n) * 1000)),
  ...Array.from({ length: direct * below }, (_, n) => rowOf(Math.floor(n / below))),
]

/** A 2d context that only counts what it is told. */
function countingContext() {
  const told: Record<string, number> = {}
  const ctx = new Proxy(
    {},
    {
      get: (_target, name: string) => () => void (told[name] = (told[name] ?? 0) + 1),
      set: () => true,
    },
  ) as CanvasRenderingContext2D
  return { ctx, told }
}

const draw = (rows: readonly TreeRow[], count: number, scale = 1) => {
  const picture = layOutTree(rows, count)
  const first = firstView(picture, SIZE)
  const view = zoomAt(first, scale, { x: 171, y: 136 }, picture, SIZE)
  const { ctx, told } = countingContext()
  const scene = { name: '林晓梅', rows, picture, chosen: null }
  return { picture, view, told, drawn: drawTree(ctx, SIZE, scene, view, treeInks.light) }
}

describe('谁画出来，谁折起来', () => {
  it.each([
    ['放得下的都画', 6, 5, { people: 6, folded: 0 }],
    ['多一个也不折：折一个等于多画一个', 6, 6, { people: 6, folded: 0 }],
    ['放不下的折成一个加号', 9, 5, { people: 6, folded: 4 }],
    ['展开一次多二十四个', 60, 29, { people: 30, folded: 31 }],
  ])('%s', (_words, direct, count, expected) => {
    const { people } = layOutTree(teamOf(direct, 0), count)
    const folded = people.reduce((sum, spot) => sum + spot.folded, 0)
    expect({ people: people.length, folded }).toEqual(expected)
  })

  it('画出来的、折起来的、点不下的，加起来是每一个人', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 80 }),
        fc.nat(9),
        fc.nat(90),
        (direct, below, count) => {
          const { people, dots } = layOutTree(teamOf(direct, below), count)
          const shown = people.filter(({ kind }) => kind === 'person').length
          const folded = people.reduce((sum, spot) => sum + spot.folded, 0)
          const more = people.reduce((sum, spot) => sum + spot.more, 0)
          expect(shown + folded).toBe(direct)
          expect(dots.length + more).toBe(direct * below)
        },
      ),
    )
  })

  it('谁也不压着谁，从左到右排好', () => {
    const { people, dots } = layOutTree(teamOf(40, 5), 100)
    people.slice(1).forEach((spot, index) => {
      expect(spot.x - (people[index]?.x ?? 0)).toBeGreaterThanOrEqual(56)
    })
    dots.slice(1).forEach((dot, index) => {
      expect(dot.x - (dots[index]?.x ?? 0)).toBeGreaterThanOrEqual(13 - 1e-6)
    })
  })

  it('正在看的人即使排在后面也画出来', () => {
    const { people } = layOutTree(teamOf(50, 0), 5, 33)
    expect(people.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 33, -1])
  })

  it('线的粗细是销售的多少，卖得最多的是一', () => {
    const rows = [rowOf(-1, 4000), rowOf(-1, 1000), rowOf(-1, 0)]
    expect(layOutTree(rows, 9).people.map(({ share }) => share)).toEqual([1, 0.25, 0])
  })

  it('窄的宽的手机，第一眼都放得下', () => {
    // A page's px grow with the phone: 320, 375 and 430 wide. On a wide screen they don't: there more fit.
    const phones = [0.853, 1, 1.147].map((by) => ({ width: 343 * by, height: 264 * by }))
    expect(phones.map(columnsIn)).toEqual([6, 6, 6])
    for (const size of [...phones, { width: 600, height: 264 }]) {
      const picture = layOutTree(teamOf(50, 4), columnsIn(size) - 1)
      const { scale } = firstView(picture, size)
      expect((picture.right - picture.left) * scale).toBeLessThanOrEqual(size.width)
    }
  })

  it('一层一层数人，离开的不算', () => {
    const rows = [rowOf(-1, 100), rowOf(-1, 50, { standing: 'left' }), rowOf(1, 20), rowOf(2, 5)]
    expect(levelsOf(rows)).toEqual([
      { level: 1, people: 1, lively: 1, salesFen: 100 },
      { level: 2, people: 1, lively: 1, salesFen: 20 },
      { level: 3, people: 1, lively: 1, salesFen: 5 },
    ])
  })
})

describe('移动和缩放', () => {
  const picture = layOutTree(teamOf(200, 3), 300)
  const first = firstView(picture, SIZE)

  it('怎么移、怎么缩，图都盖得住眼前，不会丢', () => {
    const steps = fc.array(
      fc.record({
        x: fc.integer({ min: -9000, max: 9000 }),
        y: fc.integer({ min: -900, max: 900 }),
        factor: fc.double({ min: 0.2, max: 4, noNaN: true }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(steps, (moves) => {
        let view = first
        for (const { x, y, factor } of moves) {
          view = moveBy(view, { x, y }, picture, SIZE)
          view = zoomAt(view, factor, { x: 100, y: 100 }, picture, SIZE)
        }
        expect(view.scale).toBeGreaterThanOrEqual(0.25)
        expect(view.scale).toBeLessThanOrEqual(2.5)
        expect(picture.left * view.scale + view.x).toBeLessThanOrEqual(1)
        expect(picture.right * view.scale + view.x).toBeGreaterThanOrEqual(SIZE.width - 1)
      }),
    )
  })

  it('两指之间的那一点放大之后还在那里', () => {
    const at = { x: 90, y: 140 }
    const view = zoomAt(first, 1.5, at, picture, SIZE)
    const before = (at.x - first.x) / first.scale
    expect((at.x - view.x) / view.scale).toBeCloseTo(before, 6)
  })

  it('点哪里就是谁：点到人、名字、他下面的点都算他，点空白不算', () => {
    const small = layOutTree(teamOf(3, 2), 9)
    const view = firstView(small, SIZE)
    const on = (x: number, y: number) => hitSpot(small, view, { x: x + view.x, y: y + view.y })
    const [left] = small.people
    const [dot] = small.dots
    if (!left || !dot) throw new Error('nothing was laid out')
    expect(on(left.x, left.y)?.at).toBe(0)
    expect(on(left.x + 15, left.y + 40)?.at).toBe(0)
    expect(on(dot.x, dot.y)?.at).toBe(0)
    expect(on(small.root.x, small.root.y)?.kind).toBe('root')
    expect(on(left.x - 60, left.y)).toBeNull()
    expect(on(0, 95)).toBeNull()
  })

  it('缩小以后再点，离得最近的那个，手指也点得中', () => {
    const view = lookAt(zoomAt(first, 0.3, { x: 0, y: 0 }, picture, SIZE), 0, picture, SIZE)
    const spot = picture.people[100]
    if (!spot) throw new Error('nothing was laid out')
    const at = { x: spot.x * view.scale + view.x + 2, y: spot.y * view.scale + view.y + 9 }
    expect(hitSpot(picture, view, at)?.at).toBe(spot.at)
  })
})

describe('两千人', () => {
  const rows = teamOf(500, 3)

  it('第一眼只画放得下的', () => {
    expect(rows).toHaveLength(2000)
    const { drawn } = draw(rows, columnsIn(SIZE) - 1)
    expect(drawn).toEqual({ people: 6, dots: 19, links: 6, words: 20 })
  })

  it.each([
    ['全展开，原来大小', 1, 9, 35, 40],
    ['全展开，缩到最小', 0.01, 30, 110, 0],
    ['全展开，放到最大', 9, 6, 16, 16],
  ])('%s：画的只是眼前的几个', (_words, scale, people, dots, words) => {
    const { drawn, told } = draw(rows, 5000, scale)
    expect(drawn.people).toBeGreaterThan(0)
    expect(drawn.people).toBeLessThanOrEqual(people)
    expect(drawn.dots).toBeLessThanOrEqual(dots)
    expect(drawn.words).toBeLessThanOrEqual(words + 1)
    // Strokes follow from what is drawn, not from how many there are.
    expect(told['arc'] ?? 0).toBeLessThanOrEqual(people + dots + 2)
  })

  it('人数翻十倍，挪一步画的一样多', () => {
    const few = draw(teamOf(50, 3), 5000).drawn
    const many = draw(teamOf(500, 3), 5000).drawn
    expect(many).toEqual(few)
  })

  it('字太小就不写，先不写名字，再不写姓', () => {
    const wordsAt = (scale: number) => draw(rows, 5000, scale).drawn
    expect(wordsAt(1).words).toBeGreaterThan(wordsAt(1).people * 2)
    const half = wordsAt(0.5)
    expect(half.words).toBe(half.people + 1)
    expect(wordsAt(0.3).words).toBe(1)
  })
})
