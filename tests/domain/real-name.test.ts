// 实名: which numbers can exist, which names are names, and how little of both is shown.
import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isIdNumber,
  isRealName,
  normaliseIdNumber,
} from '../../cloudfunctions/domain/real-name/check-id-number'
import { maskIdNumber, maskRealName } from '../../cloudfunctions/domain/real-name/mask-identity'
import { inventIdNumber } from '../../seed/invent-id'

const ON = '2026-11-20'

describe('身份证号', () => {
  it.each([
    // The example of GB 11643-1999 itself.
    ['国家标准里的例子', '11010519491231002X', true],
    ['最后一位错', '110105194912310021', false],
    ['中间错一位', '11010519491231012X', false],
    ['两位对调', '11010519491231020X', false],
    ['十七位', '1101051949123100', false],
    ['字母在中间', '1101051949123X0021', false],
    ['没有这一天（2 月 30 日）', withCheck('11010519900230001'), false],
    ['闰年有 2 月 29 日', withCheck('11010520000229001'), true],
    ['还没出生', withCheck('11010520261121001'), false],
    ['今天出生', withCheck('11010520261120001'), true],
    ['零开头', withCheck('01010519491231002'), false],
  ])('%s', (_label, number, isValid) => {
    expect(isIdNumber(number, ON)).toBe(isValid)
  })

  it('小写 x 和空格照样认', () => {
    expect(normaliseIdNumber(' 110105 19491231 002x ')).toBe('11010519491231002X')
  })

  it('任何一位写错都查得出来', () => {
    const place = integer({ min: 0, max: 16 })
    assert(
      property(integer({ min: 0, max: 9999 }), place, integer({ min: 1, max: 9 }), (n, at, by) => {
        const number = inventIdNumber(n)
        expect(isIdNumber(number, ON)).toBe(true)
        const digit = (Number(number[at]) + by) % 10
        expect(isIdNumber(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`, ON)).toBe(false)
      }),
    )
  })
})

/** The reference reckoning of the check character, written down apart from the code under test. */
function withCheck(first17: string): string {
  let power = 1
  let sum = 0
  for (let at = 16; at >= 0; at -= 1) {
    power = (power * 2) % 11
    sum += power * Number(first17[at])
  }
  return `${first17}${'10X98765432'[sum % 11] ?? ''}`
}

describe('姓名', () => {
  it.each([
    ['张三', true],
    ['欧阳莉', true],
    ['阿卜杜拉·买买提', true],
    ['𠮷野', true],
    ['张', false],
    ['Zhang San', false],
    ['张三1', false],
    ['·张三', false],
    ['=张三', false],
  ])('%s：%s', (name, isValid) => {
    expect(isRealName(name)).toBe(isValid)
  })

  it('打码：名字只留姓，证件号留头四位和尾四位', () => {
    expect([maskRealName('张三'), maskRealName('欧阳莉'), maskRealName('𠮷野')]).toEqual([
      '张*',
      '欧**',
      '𠮷*',
    ])
    expect(maskIdNumber('11010519491231002X')).toBe('1101**********002X')
  })
})
