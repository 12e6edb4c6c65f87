// How an application is named: whose it is, and which one of theirs.

export function applicationId(distributorId: string, round: number): string {
  return `${distributorId}:${round}`
}
