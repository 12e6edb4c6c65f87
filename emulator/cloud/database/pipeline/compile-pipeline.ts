/** Pipelines: every stage compiled once, then run one after the other. */
import { refuse } from '../tcb-error'
import type { Document, Value } from '../values'
import { bucketAuto } from './bucket-auto'
import { bucket, count, group, sortByCount } from './group'
import { graphLookup, lookup, unionWith } from './join'
import { addFields, project, unset } from './project'
import type { CompileStage, PipelineContext, RunStage } from './stage'
import { STAGES } from './stages'

function stageOf(name: string): CompileStage {
  const own: Record<string, CompileStage> = {
    $addFields: addFields,
    $bucket: bucket,
    $bucketAuto: bucketAuto,
    $count: count,
    $graphLookup: graphLookup,
    $group: group,
    $lookup: lookup,
    $project: project,
    $set: addFields,
    $sortByCount: sortByCount,
    $unionWith: unionWith,
    $unset: unset,
  }
  const stage = Object.hasOwn(own, name)
    ? own[name]
    : Object.hasOwn(STAGES, name)
      ? STAGES[name]
      : null
  if (!stage) throw refuse(`Unrecognized pipeline stage name: '${name}'`, 'Location40324')
  return stage
}

export function compilePipeline(stages: Document[], context: PipelineContext): RunStage {
  const runs = stages.map((stage) => {
    const [name, ...more] = Object.keys(stage)
    if (name === undefined || more.length) {
      throw refuse(
        'A pipeline stage specification object must contain exactly one field.',
        'Location40323',
      )
    }
    return stageOf(name)(stage[name] as Value, context)
  })
  return (documents, outer) => runs.reduce((all, run) => run(all, outer), documents)
}
