// Content checks by a word list: enough to test that risky text and pictures are refused.
import { isRecord, text } from '../answers'
import type { OpenApiAnswer } from '../host'
import { LISTED_WORDS, type ListedWord } from './risky-words.data'

const MAX_TEXT = 2_500
const MAX_IMAGE_BYTES = 1024 * 1024
/** PNG, JPEG, GIF. */
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46],
].map((bytes) => Buffer.from(bytes))

function findWord(content: string): ListedWord | undefined {
  return LISTED_WORDS.find((listed) => content.includes(listed.word))
}

function fail(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } }
}

/** Version 2: who wrote it and where (1 profile, 2 comment, 3 forum, 4 social log); the verdict is in `result`. */
function judgeText(input: Record<string, unknown>, content: string): OpenApiAnswer {
  if (text(input['openid']) === '') return fail(40003, 'invalid openid')
  if (![1, 2, 3, 4].includes(Number(input['scene']))) return fail(40129, 'invalid scene')
  if ([...content].length > MAX_TEXT) return fail(47001, 'data format error: content is too long')
  const listed = findWord(content)
  const result = listed
    ? { suggest: listed.suggest, label: listed.label }
    : { suggest: 'pass', label: 100 }
  const keyword = listed ? { keyword: listed.word, level: 90 } : {}
  const detail = [
    { strategy: 'content_model', errcode: 0, ...result, prob: 90 },
    { strategy: 'keyword', errcode: 0, ...result, ...keyword },
  ]
  return { json: { errcode: 0, errmsg: 'ok', trace_id: 'sandbox', result, detail } }
}

/** security.msgSecCheck, both the old form (content) and version 2 (openid, scene, content). */
export function checkText(input: Record<string, unknown>): OpenApiAnswer {
  const content = text(input['content'])
  if (content === '') return fail(44004, 'empty content')
  if (Number(input['version']) === 2) return judgeText(input, content)
  return findWord(content) ? fail(87014, 'risky content') : fail(0, 'ok')
}

/** security.imgSecCheck: a picture is risky when its bytes contain a word of the list (a PNG text chunk will do). */
export function checkImage(input: Record<string, unknown>): OpenApiAnswer {
  const media = isRecord(input['media']) ? input['media']['value'] : input['media']
  if (!Buffer.isBuffer(media) || media.length === 0) return fail(41005, 'media data missing')
  if (media.length > MAX_IMAGE_BYTES) return fail(40006, 'invalid media size')
  const isPicture = PICTURES.some((head) => media.subarray(0, head.length).equals(head))
  if (!isPicture) return fail(40137, 'invalid image format')
  const isRisky = LISTED_WORDS.some(({ word }) => media.includes(Buffer.from(word)))
  return isRisky ? fail(87014, 'risky content') : fail(0, 'ok')
}
