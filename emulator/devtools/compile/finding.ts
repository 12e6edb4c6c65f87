/** A rule of the platform that the app breaks, or comes close to breaking. */
export interface Finding {
  /** The rule's name: package-size, tab-bar … */
  rule: string
  /** `error`: WeChat would refuse it, at upload or at run time. `warning`: it is allowed. */
  severity: 'error' | 'warning'
  file: string
  /** From 1. */
  line: number | null
  /** What is wrong, with its figures. */
  message: string
  /** Where the platform says so. */
  source: string
}

/** One line: `error tab-bar app.json:12: …`. */
export function describeFinding({ rule, severity, file, line, message }: Finding): string {
  return `${severity} ${rule} ${file}${line === null ? '' : `:${line}`}: ${message}`
}
