// 突然绑了很多客户: a day's new bindings far above the month before.
import type { Flag } from './flag'

const LEAST = 10
const TIMES = 5
const DAYS_BEFORE = 30

export const bindingBurst: Flag = {
  code: 'BINDING_BURST',
  title: '突然绑了很多客户',
  evaluate({ boundToday, boundBefore }) {
    if (boundToday < LEAST || boundToday * DAYS_BEFORE < boundBefore * TIMES) return null
    return `24 小时内新绑了 ${boundToday} 位客户，之前 30 天一共 ${boundBefore} 位`
  },
}
