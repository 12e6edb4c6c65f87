// Misfortunes of a simulated year: one is declared before a step and gone after it.
import type { FaultSpec } from '../../emulator/cloud/control/faults'
import type { Scene } from './scene'

type Misfortune = (scene: Scene) => FaultSpec

const WRITES = [
  'database.modifyDocument',
  'database.insertDocument',
  'database.commitTransaction',
  'database.removeDocument',
]
const FUNCTIONS = ['mall', 'distributor', 'owner', 'timer', 'pay-notify']

/** Where in a step it strikes. */
const somewhere = ({ chance }: Scene, most: number) => chance.between(0, most)

const MISFORTUNES: Readonly<Record<string, Misfortune>> = {
  'write conflicts': (scene) => ({
    match: { target: 'database', action: 'database.commitTransaction' },
    effect: 'conflict',
    skip: somewhere(scene, 2),
    count: scene.chance.between(1, 10),
  }),
  'a write whose answer is lost': (scene) => ({
    match: { target: 'database', action: WRITES },
    effect: 'drop-answer-after-work',
    skip: somewhere(scene, 12),
    count: 1,
  }),
  'a database call that fails': (scene) => ({
    match: { target: 'database' },
    effect: 'fail',
    skip: somewhere(scene, 30),
    count: scene.chance.between(1, 3),
  }),
  'an instance that dies': (scene) => ({
    match: { target: 'function', function: scene.chance.pick(FUNCTIONS, () => 1) },
    effect: 'kill-instance',
    afterCalls: scene.chance.between(1, 16),
    count: 1,
  }),
  'WeChat out of order': (scene) => ({
    match: { target: 'pay' },
    effect: 'fail',
    skip: somewhere(scene, 1),
    count: scene.chance.between(1, 2),
  }),
  "WeChat's answer lost": (scene) => ({
    match: { target: 'pay' },
    effect: 'drop-answer-after-work',
    skip: somewhere(scene, 1),
    count: 1,
  }),
  'a notice that comes twice': () => ({
    match: { target: 'notice' },
    effect: 'fail',
    code: 'DUPLICATE',
    count: 2,
  }),
  'a notice that gets lost': () => ({ match: { target: 'notice' }, effect: 'fail', count: 1 }),
}

/** Perhaps declares a misfortune; answers its name, or null. */
export function perhapsTrouble(scene: Scene, probability: number): string | null {
  if (!scene.chance.is(probability)) return null
  const name = scene.chance.pick(Object.keys(MISFORTUNES), () => 1)
  const misfortune = MISFORTUNES[name]
  if (misfortune) scene.cloud.faults.add(misfortune(scene))
  return name
}
