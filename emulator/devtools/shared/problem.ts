/** Something wrong with the app that a test should fail on, or a person should know. */
export interface Problem {
  /**
   * `exception`: an error in the app's code, also told as App.exceptionThrown. `unknown-call`: a wx.* member the host
   * doesn't know. `platform`: a rule of the platform broken. `warning`: allowed, but costly.
   */
  kind: 'exception' | 'unknown-call' | 'platform' | 'warning'
  message: string
  stack?: string
}
