// 实名: who a distributor is by law; only masked text ever comes back.
import { action } from '../action'
import * as z from '../schema'

const shown = () =>
  z.object({
    /** Masked; null until registered. */
    name: z.string().nullable(),
    idNumber: z.string().nullable(),
    registeredAt: z.moment().nullable(),
    /** Money was sent under this number: only the spelling of the name can still be changed. */
    isFixed: z.boolean(),
    /** The text that has to be agreed to now. */
    consentVersion: z.string(),
  })

export const realName = {
  'distributor.getRealName': action({
    summary: "The caller's registered real name, masked.",
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({}),
    output: () => shown(),
  }),
  'distributor.saveRealName': action({
    summary:
      'Registers (or changes) the caller’s real name and ID number, with consent; both are kept encrypted.',
    who: ['distributor'],
    kind: 'set',
    isOpenAfterExit: true,
    input: () =>
      z.object({
        name: z.text(40),
        idNumber: z.text(40),
        consentVersion: z.text(20),
      }),
    output: () => shown(),
  }),
}
