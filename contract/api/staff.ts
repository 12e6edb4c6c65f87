// 员工与负责人: who works for the shop in which role, and who answers for which distributor.
import { action } from '../action'
import * as z from '../schema'

const staffRole = () => z.enum(['owner', 'finance', 'supervisor', 'manager'])
const staffMember = () =>
  z.object({ id: z.id(), name: z.string(), roles: z.array(staffRole()), isSelf: z.boolean() })

export const staff = {
  'owner.listStaff': action({
    summary: 'Everybody with a role, and for how many distributors each manager answers.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({}),
    output: () =>
      z.object({
        rows: z.array(
          z.object({
            ...staffMember().shape,
            /** Active and frozen distributors they answer for. */
            people: z.number().int(),
          }),
        ),
      }),
  }),
  'owner.findMember': action({
    summary: 'A member by the number on their own page: to give them a role.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ memberId: z.id() }),
    output: () => staffMember(),
  }),
  'owner.handOver': action({
    summary:
      'Makes a channel manager or supervisor answer for distributors (or nobody), each for itself, with a reason.',
    who: ['owner'],
    kind: 'once',
    input: () =>
      z.object({
        distributorIds: z.array(z.id()).min(1).max(50),
        /** A member id; null = nobody answers for them. */
        managerId: z.id().nullable(),
        reason: z.text(200),
      }),
    output: () =>
      z.object({
        outcomes: z.array(
          z.object({
            distributorId: z.id(),
            /** False: they had that manager already, or it was refused. */
            hasChanged: z.boolean(),
            refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
          }),
        ),
      }),
  }),
  'owner.listHandOvers': action({
    summary: 'Who answered for a distributor and who since, newest first; never to that person.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ distributorId: z.id(), cursor: z.cursor() }),
    output: () =>
      z.pageOf(
        z.object({
          id: z.id(),
          /** Names as they were then; null = nobody. */
          from: z.string().nullable(),
          to: z.string().nullable(),
          byName: z.string(),
          reason: z.string(),
          at: z.moment(),
        }),
      ),
  }),
}
