/** Pipelines of a client: they begin with what it may read, look nowhere else, and write nothing. */
import type { DatabaseRequest } from '../database/database'
import type { Access } from '../database/collections-file'
import { readEjson, writeEjson } from '../database/ejson'
import { permissionDenied } from '../database/tcb-error'
import { isDocument, type Document, type Value } from '../database/values'
import { permitQuery, readQuery, type Client } from './permit-call'

type Stage = NonNullable<DatabaseRequest['stages']>[number]

export function permitStages(
  request: DatabaseRequest,
  access: Access,
  client: Client,
): DatabaseRequest {
  const stages = request.stages ?? []
  for (const { stageKey, stageValue } of stages) {
    permitStage(stageKey, readEjson(stageValue, client.now), client)
  }
  return { ...request, stages: narrowed(stages, access, client) }
}

/** The first stage says which documents the pipeline begins with. */
function narrowed(stages: Stage[], access: Access, client: Client): Stage[] {
  const [first, ...rest] = stages
  if (first?.stageKey === '$geoNear') {
    const near = readQuery(first.stageValue, client)
    const given = isDocument(near.query) ? near.query : {}
    const query = permitQuery('read', given, access, client)
    return [{ stageKey: '$geoNear', stageValue: writeEjson({ ...near, query }) }, ...rest]
  }
  const isMatch = first?.stageKey === '$match'
  const query = isMatch ? readQuery(first.stageValue, client) : {}
  const match = writeEjson(permitQuery('read', query, access, client))
  return [{ stageKey: '$match', stageValue: match }, ...(isMatch ? rest : stages)]
}

const WRITING = new Set(['$out', '$merge'])

/** Other collections may be looked into only where all of them may be read. */
function permitStage(name: string, spec: Value, client: Client): void {
  if (WRITING.has(name)) throw permissionDenied()
  const fields = isDocument(spec) ? spec : {}
  const other =
    name === '$unionWith' && typeof spec === 'string' ? spec : (fields.from ?? fields.coll)
  if (typeof other === 'string') permitAll(other, client)
  const inner = name === '$facet' ? Object.values(fields) : [fields.pipeline]
  for (const pipeline of inner) if (Array.isArray(pipeline)) permitPipeline(pipeline, client)
}

function permitPipeline(pipeline: Value[], client: Client): void {
  for (const stage of pipeline) {
    if (!isDocument(stage)) continue
    for (const [name, spec] of Object.entries(stage)) permitStage(name, spec, client)
  }
}

function permitAll(name: string, client: Client): void {
  const { access } = client.store.collection(name)
  const query: Document = permitQuery('read', {}, access, client)
  if (Object.keys(query).length) throw permissionDenied()
}
