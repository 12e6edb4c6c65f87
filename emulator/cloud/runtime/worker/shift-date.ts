/** Puts the cloud's clock under `Date` in a function instance; real timers keep real time. */

export function shiftDate(memory: SharedArrayBuffer): void {
  const cells = new Float64Array(memory)
  const RealDate = Date
  const realNow = RealDate.now.bind(RealDate)
  const now = (): number =>
    Math.floor(cells[0] === 1 ? (cells[1] as number) : realNow() + (cells[1] as number))

  function ShiftedDate(this: unknown, ...args: unknown[]): unknown {
    if (!new.target) return new RealDate(now()).toString()
    return Reflect.construct(RealDate, args.length ? args : [now()], new.target)
  }
  Object.defineProperties(ShiftedDate, {
    prototype: { value: RealDate.prototype, writable: false },
    name: { value: 'Date' },
    length: { value: 7 },
    now: { value: now, writable: true, configurable: true },
    parse: { value: RealDate.parse, writable: true, configurable: true },
    UTC: { value: RealDate.UTC, writable: true, configurable: true },
  })
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: ShiftedDate,
    writable: true,
    configurable: true,
  })
  globalThis.Date = ShiftedDate as unknown as DateConstructor
}
