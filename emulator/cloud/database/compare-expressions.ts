/** Comparison expressions in BSON order: to an aggregate "2" is greater than 3, where mingo compares like with like. */
import { evalExpr } from 'mingo/core'
import type { Any, Options } from 'mingo/types'
import { compareValues } from './order-values'
import type { Value } from './values'

type Expression = (document: Any, expression: Any, options: Options) => Any

function comparison(answer: (order: number) => Value): Expression {
  return (document, expression, options) => {
    const [a, b] = evalExpr(document, expression, options) as [Value | undefined, Value | undefined]
    // A missing field sorts before null.
    if (a === undefined || b === undefined)
      return answer(Number(a !== undefined) - Number(b !== undefined))
    return answer(Math.sign(compareValues(a, b)))
  }
}

export const COMPARISONS: Record<string, Expression> = {
  $cmp: comparison((order) => order),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
}
