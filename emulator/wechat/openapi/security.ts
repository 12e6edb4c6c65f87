// Content checks by a word list: enough to test that risky text and pictures are refused.
import { isRecord, text } from '../answers'
import type { OpenApiAnswer } from '../host'
import { RISKY_WORDS } from './risky-words.data'

const MAX_IMAGE_BYTES = 1024 * 1024

function findRiskyWord(content: string): string | undefined {
  return RISKY_WORDS.find((word) => content.includes(word))
}

/** security.msgSecCheck, both the old form (content) and version 2 (openid, scene, content). */
export function checkText(input: Record<string, unknown>): OpenApiAnswer {
  const content = text(input['content'])
  if (content === '') return { json: { errcode: 44004, errmsg: 'empty content' } }
  const word = findRiskyWord(content)
  if (Number(input['version']) !== 2) {
    return {
      json: word ? { errcode: 87014, errmsg: 'risky content' } : { errcode: 0, errmsg: 'ok' },
    }
  }
  if (text(input['openid']) === '') return { json: { errcode: 40003, errmsg: 'invalid openid' } }
  const result = word ? { suggest: 'risky', label: 20001 } : { suggest: 'pass', label: 100 }
  return {
    json: {
      errcode: 0,
      errmsg: 'ok',
      trace_id: 'sandbox',
      result,
      detail: [
        { strategy: 'content_model', errcode: 0, ...result, prob: 90 },
        {
          strategy: 'keyword',
          errcode: 0,
          ...result,
          ...(word ? { keyword: word, level: 90 } : {}),
        },
      ],
    },
  }
}

/** security.imgSecCheck: a picture is risky when its bytes contain a word of the list (a PNG text chunk will do). */
export function checkImage(input: Record<string, unknown>): OpenApiAnswer {
  const media = isRecord(input['media']) ? input['media']['value'] : input['media']
  if (!Buffer.isBuffer(media) || media.length === 0) {
    return { json: { errcode: 41005, errmsg: 'media data missing' } }
  }
  if (media.length > MAX_IMAGE_BYTES) {
    return { json: { errcode: 40006, errmsg: 'invalid media size' } }
  }
  const isRisky = RISKY_WORDS.some((word) => media.includes(Buffer.from(word)))
  return {
    json: isRisky ? { errcode: 87014, errmsg: 'risky content' } : { errcode: 0, errmsg: 'ok' },
  }
}
