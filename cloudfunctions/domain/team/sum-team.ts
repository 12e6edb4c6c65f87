// The head of a team page: how many there are, how many of them are lively, and what all of them sold.
import { addFen, sumFen, type Fen } from '@contract/money'
import type { TeamMember } from './describe-member'

export interface TeamSums {
  readonly direct: Headcount
  readonly indirect: Headcount
  readonly salesFen: Fen
  readonly lastSalesFen: Fen
  /** By the sales of direct members alone: a third level does not exist. */
  readonly broughtFen: Fen
}

interface Headcount {
  readonly people: number
  readonly lively: number
}

/** Whoever left is counted nowhere but in what they brought while they were there. */
export function sumTeam(direct: readonly TeamMember[], indirect: readonly TeamMember[]): TeamSums {
  const [near, far] = [direct.filter(isThere), indirect.filter(isThere)]
  return {
    direct: count(near),
    indirect: count(far),
    salesFen: addFen(
      sumFen(near, (member) => member.salesFen),
      sumFen(far, (member) => member.salesFen),
    ),
    lastSalesFen: addFen(
      sumFen(near, (member) => member.lastSalesFen),
      sumFen(far, (member) => member.lastSalesFen),
    ),
    broughtFen: sumFen(direct, (member) => member.broughtFen),
  }
}

export const isThere = (member: TeamMember) => member.standing !== 'left'

function count(members: readonly TeamMember[]): Headcount {
  return { people: members.length, lively: members.filter((member) => member.isLively).length }
}
