import { frameScripts } from '../frames/frame-scripts.ts'
import { dosingUnit } from '../models/dosing-unit.ts'
import { pump } from '../models/pump.ts'
import type { DemoProduct } from '../tree.ts'

/** The products of the pump station and of the practice bench. */
export const pumps: DemoProduct = { productKey: 'cp200', name: ['Pump CP-200', '水泵 CP-200'], model: pump }

export const activatingPumps: DemoProduct = {
  productKey: 'cp200dyn',
  name: ['Pump CP-200, dynamic activation', '水泵 CP-200（动态激活）'],
  model: pump,
  productSecret: 'demoProductSecretOfCp200dyn',
  dynamicActivation: true,
}

const dosing = (productKey: string, en: string, zh: string, script: string): DemoProduct => ({
  productKey,
  name: [`Dosing unit DS-2000${en}`, `加药装置 DS-2000${zh}`],
  model: dosingUnit,
  script,
})

export const dosingUnits = dosing('ds2000', '', '', frameScripts.sound)
export const endlessDosingUnits = dosing('ds2000endless', ', endless script', '（脚本死循环）', frameScripts.endless)
export const rubbishDosingUnits = dosing('ds2000rubbish', ', rubbish script', '（脚本返回乱码）', frameScripts.rubbish)

/** How a pump moves when its setpoint changes. */
export const pumpFollows = { 'PMP.Speed': { point: 'PMP.SpeedSet', after: 2 } }
