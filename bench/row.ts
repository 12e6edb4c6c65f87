/** One line of what was measured, beside its budget. */
export interface Row {
  readonly what: string
  readonly measured: string
  readonly budget: string
}
