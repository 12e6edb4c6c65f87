// One phone in a test: what a person does with it and sees on it, in the mini-program or in the browser preview.

/** A share as it leaves the phone. */
export interface SharedCard {
  readonly title: string
  readonly path: string
}

export interface ShotOptions {
  /** The whole page, however far it scrolls. */
  readonly full?: boolean
}

export interface Phone {
  /** Goes to a page, home when none is named: `/pages/trade/product/index?id=…`. */
  open(path?: string): Promise<void>
  /** Taps the topmost thing with exactly these words, or with this label. */
  tap(words: string): Promise<void>
  /** Types into the field of this label: of several, the one at a place (0 is the first), else the last. */
  type(label: string, text: string, at?: number): Promise<void>
  /** Presses the keyboard's own key: search, done. */
  submit(): Promise<void>
  /** Waits until all these words are on the screen; spaces don't count. */
  see(...words: string[]): Promise<void>
  /** Waits until these words are gone. */
  seeNo(words: string): Promise<void>
  /** Waits until something with this selector is on the page. */
  seeElement(selector: string): Promise<void>
  /** Everything that is shown now, without spaces. */
  text(): Promise<string>
  /** Waits until nothing slides or fades any more. */
  still(): Promise<void>
  /** A picture of the screen, into .cache/e2e/shots. */
  shot(name: string, options?: ShotOptions): Promise<void>
}
