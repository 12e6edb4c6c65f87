// A share code as a person types it: spaces, small letters and look-alikes are forgiven.

/** Codes are Crockford's base 32: no I, L, O or U, so that these can only be misread digits. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** The code, or null where no code can be meant. */
export function readTypedCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s·-]/g, '')
    .replace(/[OIL]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
  return /^[0-9A-HJKMNP-TV-Z]{10,20}$/.test(code) ? code : null
}
