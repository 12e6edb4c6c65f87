// Subscribe messages: one consent, one message, into the inbox that the preview shows.
import { isRecord, text } from '../answers'
import type { OpenApiAnswer } from '../host'
import { readSettings } from '../settings'
import { nextNumber, type Person, type Tables } from '../tables'
import { isPublished } from './published-pages'
import { findFieldFault } from './template-rules'

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

function fail(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } }
}

type Cells = { fields: Record<string, string> } | { fault: string }

/** The fields that reach the person: those of the template when it is known, else all that were sent. */
function readCells(data: Record<string, unknown>, wanted: readonly string[] | undefined): Cells {
  const fields: Record<string, string> = {}
  for (const name of wanted ?? Object.keys(data)) {
    const cell = data[name]
    const value = isRecord(cell) ? cell['value'] : undefined
    const written = typeof value === 'number' ? String(value) : text(value)
    const fault = findFieldFault(name, written)
    if (fault !== null) return { fault: `argument invalid! data.${name}.value ${fault}` }
    fields[name] = written
  }
  return { fields }
}

/** subscribeMessage.send */
export function sendSubscribeMessage(
  tables: Tables,
  now: number,
  input: Record<string, unknown>,
): OpenApiAnswer {
  const openid = text(input['touser'])
  const templateId = text(input['template_id'])
  const page = text(input['page'])
  const template = tables.templates.get(templateId)
  const isKnown = template !== undefined || tables.templates.all().length === 0
  if (openid === '') return fail(40003, 'invalid openid')
  if (templateId === '' || !isKnown) return fail(40037, 'invalid template_id')
  if (!isRecord(input['data'])) return fail(47003, 'argument invalid! data is empty')
  const cells = readCells(input['data'], template?.fields)
  if ('fault' in cells) return fail(47003, cells.fault)
  if (!isPublished(tables, page.split('?')[0] ?? '')) return fail(41030, 'invalid page')
  const person = personOf(tables, openid)
  const left = person.consents[templateId] ?? 0
  if (readSettings(tables).consentRequired && left === 0) {
    return fail(43101, 'user refuse to accept the msg')
  }
  const consents = { ...person.consents, [templateId]: Math.max(0, left - 1) }
  tables.people.put(openid, { ...person, consents })
  const id = `msg${String(nextNumber(tables, 'message')).padStart(10, '0')}`
  tables.inbox.put(id, { id, openid, templateId, page, fields: cells.fields, sentAt: now })
  return { json: { errcode: 0, errmsg: 'ok', msgid: id } }
}
