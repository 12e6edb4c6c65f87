/** Values of the client database that JSON doesn't have. */
export class ServerDate {
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

/** A condition or change made by db.command: what it stands for in a query, and in an update. */
export class Command {
  constructor(
    readonly query: Readonly<Record<string, unknown>> | null,
    readonly update: readonly [operator: string, value: unknown] | null,
  ) {}

  and(...more: unknown[]): Command {
    return new Command({ $and: [this, ...more] }, null)
  }

  or(...more: unknown[]): Command {
    return new Command({ $or: [this, ...more] }, null)
  }
}
