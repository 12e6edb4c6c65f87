/** Values of the client database that JSON doesn't have. */
export class ServerDate {
  /** @param offset milliseconds from the server's now */
  constructor(readonly offset: number) {}
}

export class GeoPoint {
  readonly type = 'Point'
  constructor(
    readonly longitude: number,
    readonly latitude: number,
  ) {}
  toJSON(): object {
    return { type: this.type, coordinates: [this.longitude, this.latitude] }
  }
}

type Operators = Readonly<Record<string, unknown>>

/** A condition on a field: `_.gt(3).and(_.lt(9))`. */
export class Condition {
  constructor(readonly operators: Operators) {}
  and(...more: Condition[]): Condition {
    return new Condition(
      [this, ...more].reduce<Operators>((all, one) => ({ ...all, ...one.operators }), {}),
    )
  }
  or(...more: Condition[]): AnyOf {
    return new AnyOf([this, ...more])
  }
}

/** Several conditions on one field of which one must hold. */
export class AnyOf {
  constructor(readonly conditions: readonly unknown[]) {}
  or(...more: unknown[]): AnyOf {
    return new AnyOf([...this.conditions, ...more])
  }
}

/** Whole queries joined: `_.or([{ a: 1 }, { b: 2 }])`. */
export class Joined {
  constructor(
    readonly operator: '$and' | '$or' | '$nor',
    readonly queries: readonly unknown[],
  ) {}
}

/** A change of a field: `_.inc(1)`. */
export class Change {
  constructor(
    readonly operator: string,
    readonly value: unknown,
  ) {}
}
