// What a subscribe message's fields may hold, by the kind that their name begins with (订阅消息参数值内容限制说明).

type Rule = (value: string) => boolean

const lengthOf = (value: string): number => [...value].length
const CONTROL = /\p{Cc}/u
const CLOCK = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`
/** 2026年11月22日, 2026年11月, 11月22日, or the same with `-`, `/` or `.` */
const DAY = [
  String.raw`\d{4}年\d{1,2}月(?:\d{1,2}日)?`,
  String.raw`\d{1,2}月\d{1,2}日`,
  String.raw`\d{4}-\d{1,2}(?:-\d{1,2})?`,
  String.raw`\d{4}/\d{1,2}(?:/\d{1,2})?`,
  String.raw`\d{4}\.\d{1,2}(?:\.\d{1,2})?`,
  String.raw`\d{1,2}[-/.]\d{1,2}`,
].join('|')
const MOMENTS = {
  time: new RegExp(`^(?:(?:${DAY}) ?)?${CLOCK}$`),
  date: new RegExp(`^(?:${DAY})(?: ?${CLOCK})?$`),
}

const matches =
  (pattern: RegExp): Rule =>
  (value) =>
    pattern.test(value)
/** Up to so many characters, none of them a line break or another control character. */
const words =
  (most: number): Rule =>
  (value) =>
    lengthOf(value) <= most && !CONTROL.test(value)
/** One moment, or two joined by the half-width `~`. */
const span =
  (moment: RegExp): Rule =>
  (value) => {
    const parts = value.split('~')
    return parts.length <= 2 && parts.every((part) => moment.test(part))
  }

const RULES: Record<string, Rule> = {
  thing: words(20),
  const: words(20),
  number: matches(/^(?=.{1,32}$)-?\d+(\.\d+)?$/),
  letter: matches(/^[A-Za-z]{1,32}$/),
  symbol: matches(/^[^\p{L}\p{N}\p{Cc}]{1,5}$/u),
  character_string: matches(/^[\x20-\x7e]{1,32}$/),
  time: span(MOMENTS.time),
  date: span(MOMENTS.date),
  amount: matches(/^\p{Sc}?\d{1,10}(\.\d+)?元?$/u),
  phone_number: matches(/^[\d+\-*# ()]{1,17}$/),
  car_number: matches(/^(?=.{1,8}$)[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]*\p{Script=Han}?$/u),
  name: matches(/^([\p{L}\p{P} ]{1,10}|[A-Za-z\p{P} ]{1,20})$/u),
  phrase: matches(/^\p{Script=Han}{1,5}$/u),
}

/**
 * What WeChat has against a field, as its errmsg ends: `value is empty` or `value invalid`; null when nothing.
 * A field of a kind that no template has is invalid.
 */
export function findFieldFault(name: string, value: string): 'is empty' | 'invalid' | null {
  if (value.trim() === '') return 'is empty'
  const kind = /^([a-z_]+?)\d+$/.exec(name)?.[1] ?? ''
  const rule = Object.hasOwn(RULES, kind) ? RULES[kind] : undefined
  return rule?.(value) ? null : 'invalid'
}
