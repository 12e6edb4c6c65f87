// 刚改过实名: somebody else may be at this phone.
import { dateTimeText, DAY_MS } from '@contract/time'
import type { Flag } from './flag'

const LATELY_MS = 7 * DAY_MS

export const nameJustChanged: Flag = {
  code: 'NAME_JUST_CHANGED',
  title: '刚改过实名',
  evaluate: ({ nameChangedAt, now }) =>
    nameChangedAt === null || now - nameChangedAt > LATELY_MS
      ? null
      : `实名信息在 ${dateTimeText(nameChangedAt)} 改过`,
}
