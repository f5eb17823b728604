import type { FailureText } from '../en/failure-text.ts'
import type { serviceFailures as inEnglish } from '../en/service-failures.ts'
import { acted, advice } from './failure-text.ts'

const lookedUp = (title: string, what: string, next: string): FailureText => ({
  title,
  what,
  acted: acted.lookedUp,
  next,
})

/** Other calls of EnOS, and the write API of old Edge releases (§1.6). */
export const serviceFailures: Record<keyof typeof inEnglish, FailureText> = {
  certificateDeviceNotFound: lookedUp(
    '证书所属设备未找到',
    '有关证书的调用指定了不存在的设备。命令调用用同一数字表示等待时间错误。',
    '请检查 Device Key。',
  ),
  productNotFound: lookedUp('产品未找到', '此 Product Key 不存在。', '请检查 Product Key。'),
  productHasDevices: lookedUp('产品下仍有设备', '产品下有设备时不能删除产品。', '请先移动或删除其设备。'),
  productToChangeNotFound: lookedUp('待修改的产品未找到', '要修改或删除的产品不存在。', '请检查 Product Key。'),
  modelOfProductNotFound: lookedUp('产品的模型未找到', '创建产品所用的物模型不存在。', '请检查模型 ID。'),
  deviceKeyTaken: lookedUp(
    'Device Key 已被占用',
    '此产品下的另一台设备已使用此 Device Key。',
    '请选择其他 Device Key。',
  ),
  sameDeviceKey: lookedUp(
    'Device Key 相同',
    '要用 Device Key 相同的设备替换原设备。',
    '请为新设备指定不同的 Device Key。',
  ),
  noDeviceKey: lookedUp('没有 Device Key', 'EnOS 无法生成 Device Key。', '请指定 Device Key。'),
  notAGateway: lookedUp('不是网关设备', '针对网关设备的调用指定了非网关设备。', '请检查设备。'),
  tooManyDevices: lookedUp('设备过多', '已达到设备或子设备的数量上限。', '请移除设备，或申请提高上限。'),
  deviceAlreadyInState: lookedUp('设备已启用或已禁用', '设备已处于所要求的状态。', '无需处理。'),
  subDeviceArguments: lookedUp(
    '子设备未被接受',
    '子设备属于其他网关设备，或请求不完整。',
    '请检查网关设备的拓扑关系。',
  ),
  assetAttribute: lookedUp('资产属性未被接受', '资产的某个属性不符合其模型。', '请更正该属性。'),
  assetAttribute20: lookedUp('资产属性未被接受（EnOS 2.0）', '资产的某个属性不符合其模型。', '请更正该属性。'),
  treeNotFound: lookedUp('资产树未找到', '此资产树不存在。', '请检查此面板设置中的资产树 ID。'),
  edgeValueType: {
    title: '数据类型错误（旧版 Edge）',
    what: '值的数据类型与测点不符。',
    acted: acted.notSent,
    next: '请更正值，然后再次发送。',
  },
  edgeDeviceNotFound: {
    title: '设备未找到（旧版 Edge）',
    what: 'Edge 中没有此设备。',
    acted: acted.notSent,
    next: '请检查设备。',
  },
  edgeTimedOut: {
    title: '未按时应答（旧版 Edge）',
    what: 'Edge 未等到设备的应答。',
    acted: acted.maybe,
    next: advice.readBack,
  },
  edgeWriteFailed: {
    title: '写入失败（旧版 Edge）',
    what: 'Edge 报告写入失败，但没有说明进行到哪一步。',
    acted: acted.maybe,
    next: advice.readBack,
  },
}
