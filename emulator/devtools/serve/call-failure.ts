/** A host call that fails: the tail of an errMsg. */
export class CallFailure extends Error {
  override name = 'CallFailure'
}
