/** What a pipeline's stages share: a compiled stage takes documents and gives documents, changing none. */
import type { Scope } from '../expression/operator'
import { isDocument, type Document, type Value } from '../values'

export interface PipelineContext {
  /** The documents of another collection, for joins; none when there is no such collection. */
  collection(name: string): Document[]
  /** Variables that are bound around the pipeline ($lookup's `let`). */
  names: string[]
}

/** `outer` holds the values of the variables bound around the pipeline. */
export type RunStage = (documents: Document[], outer: Scope | null) => Document[]
export type CompileStage = (spec: Value, context: PipelineContext) => RunStage

/** A copy of a document with one path set; undefined takes it away. Documents on the way are made. */
export function withPath(document: Document, steps: string[], value: Value | undefined): Document {
  const [step, ...rest] = steps as [string, ...string[]]
  const copy = { ...document }
  if (rest.length) {
    const inner = copy[step]
    copy[step] = withPath(isDocument(inner) ? inner : {}, rest, value)
  } else if (value === undefined) delete copy[step]
  else copy[step] = value
  return copy
}
