// Who gave the demo shop a picture of their own: most keep the first character of their name, as people do.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DAY_MS, HOUR_MS } from '@contract/time'
import { uploadFile } from '../emulator/cloud'
import type { PictureKey } from './art/pictures.data'
import type { Stage } from './stage'

const PICTURES = join(__dirname, 'art', 'pictures')
/** A day of the year by which everybody among them has come. */
const FROM_DAY = 240

const AVATARS: Readonly<Record<string, PictureKey>> = {
  owner: 'garden',
  'manager-east': 'steel-flask',
  mei: 'brew-green',
  lan: 'white-gaiwan-near',
  yun: 'shipiao-pot-near',
  rui: 'mung-plate',
  bo: 'iron-kettle',
  jing: 'celadon-cups',
  xue: 'osmanthus-honey',
  chuan: 'tieluohan-caddy',
  ping: 'xishi-pot',
  zhen: 'laobai-cake-near',
  shu: 'brew-amber',
  xia: 'osmanthus-plate',
  qiu: 'brew-pale',
  yu: 'glass-pitcher',
  zhao: 'tea-tools',
}

export function planAvatars(stage: Stage, start: number): void {
  Object.entries(AVATARS).forEach(([key, picture], index) => {
    stage.plan(start + (FROM_DAY + index) * DAY_MS + 20 * HOUR_MS, async () => {
      const content = readFileSync(join(PICTURES, `${picture}.jpg`))
      const file = await uploadFile(stage.cloud.base, `pictures/avatar-${key}.jpg`, content)
      await stage.callAside(key, 'mall.setAvatar', { file })
    })
  })
}
