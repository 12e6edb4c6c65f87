// Subscribe messages: one consent, one message, into the inbox that the preview shows.
import { isRecord, text } from '../answers'
import type { OpenApiAnswer } from '../host'
import { readSettings } from '../settings'
import { nextNumber, type Person, type Tables } from '../tables'

const MAX_TEMPLATES = 3

export function personOf(tables: Tables, openid: string): Person {
  return tables.people.get(openid) ?? { openid, consents: {} }
}

/** wx.requestSubscribeMessage: what the tap decided, by template id, as the app receives it. */
export function giveConsents(
  tables: Tables,
  openid: string,
  templateIds: readonly string[],
  verdict: 'accept' | 'reject',
): Record<string, string> {
  if (templateIds.length === 0 || templateIds.length > MAX_TEMPLATES) {
    return {
      errMsg: 'requestSubscribeMessage:fail Templates count out of max bounds',
      errCode: '20003',
    }
  }
  const person = personOf(tables, openid)
  const consents = { ...person.consents }
  const result: Record<string, string> = { errMsg: 'requestSubscribeMessage:ok' }
  for (const id of templateIds) {
    if (verdict === 'accept') consents[id] = (consents[id] ?? 0) + 1
    result[id] = verdict
  }
  tables.people.put(openid, { ...person, consents })
  return result
}

/** subscribeMessage.send */
export function sendSubscribeMessage(
  tables: Tables,
  now: number,
  input: Record<string, unknown>,
): OpenApiAnswer {
  const openid = text(input['touser'])
  const templateId = text(input['template_id'])
  const data = input['data']
  if (openid === '') return { json: { errcode: 40003, errmsg: 'invalid openid' } }
  if (templateId === '') return { json: { errcode: 40037, errmsg: 'invalid template_id' } }
  if (!isRecord(data)) return { json: { errcode: 47003, errmsg: 'argument invalid! data' } }
  const fields: Record<string, string> = {}
  for (const [name, cell] of Object.entries(data)) {
    const value = isRecord(cell) ? text(cell['value']) : ''
    const isTooLong = name.startsWith('thing') && [...value].length > 20
    if (value === '' || isTooLong) {
      return { json: { errcode: 47003, errmsg: `argument invalid! data.${name}.value is empty` } }
    }
    fields[name] = value
  }
  const person = personOf(tables, openid)
  const left = person.consents[templateId] ?? 0
  if (readSettings(tables).consentRequired && left === 0) {
    return { json: { errcode: 43101, errmsg: 'user refuse to accept the msg' } }
  }
  const consents = { ...person.consents, [templateId]: Math.max(0, left - 1) }
  tables.people.put(openid, { ...person, consents })
  const id = `msg${String(nextNumber(tables, 'message')).padStart(10, '0')}`
  tables.inbox.put(id, { id, openid, templateId, page: text(input['page']), fields, sentAt: now })
  return { json: { errcode: 0, errmsg: 'ok', msgid: id } }
}
