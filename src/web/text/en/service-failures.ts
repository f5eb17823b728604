import { acted, advice } from './failure-text.ts'

/** Other calls of EnOS, and the write API of old Edge releases (§1.6). */
export const serviceFailures = {
  certificateDeviceNotFound: {
    title: 'Device of a certificate not found',
    what: 'A call about certificates named a device that does not exist. Command calls use the same number for a wrong waiting time.',
    acted: acted.lookedUp,
    next: 'Check the device key.',
  },
  productNotFound: {
    title: 'Product not found',
    what: 'The product key does not exist.',
    acted: acted.lookedUp,
    next: 'Check the product key.',
  },
  productHasDevices: {
    title: 'Product still has devices',
    what: 'A product cannot be deleted while devices belong to it.',
    acted: acted.lookedUp,
    next: 'Move or delete its devices first.',
  },
  productToChangeNotFound: {
    title: 'Product to change not found',
    what: 'The product that was to be changed or deleted does not exist.',
    acted: acted.lookedUp,
    next: 'Check the product key.',
  },
  modelOfProductNotFound: {
    title: 'Model of a product not found',
    what: 'A product was to be created on a thing model that does not exist.',
    acted: acted.lookedUp,
    next: 'Check the model id.',
  },
  deviceKeyTaken: {
    title: 'Device key taken',
    what: 'Another device of the product has this device key.',
    acted: acted.lookedUp,
    next: 'Choose another device key.',
  },
  sameDeviceKey: {
    title: 'Same device key',
    what: 'A device was to be replaced by one with the same key.',
    acted: acted.lookedUp,
    next: 'Give the new device its own key.',
  },
  noDeviceKey: {
    title: 'No device key',
    what: 'EnOS could not make a device key.',
    acted: acted.lookedUp,
    next: 'Give a device key.',
  },
  notAGateway: {
    title: 'Not a gateway',
    what: 'A call for gateways named a device that is none.',
    acted: acted.lookedUp,
    next: 'Check the device.',
  },
  tooManyDevices: {
    title: 'Too many devices',
    what: 'The limit of devices or sub-devices is reached.',
    acted: acted.lookedUp,
    next: 'Remove devices, or ask for a higher limit.',
  },
  deviceAlreadyInState: {
    title: 'Already enabled or disabled',
    what: 'The device is already in the state that was asked for.',
    acted: acted.lookedUp,
    next: 'Nothing needs doing.',
  },
  subDeviceArguments: {
    title: 'Sub-device not accepted',
    what: 'The sub-device belongs to another gateway, or the request was incomplete.',
    acted: acted.lookedUp,
    next: 'Check the topology of the gateway.',
  },
  assetAttribute: {
    title: 'Asset attribute not accepted',
    what: 'An attribute of the asset does not fit its model.',
    acted: acted.lookedUp,
    next: 'Correct the attribute.',
  },
  assetAttribute20: {
    title: 'Asset attribute not accepted (EnOS 2.0)',
    what: 'An attribute of the asset does not fit its model.',
    acted: acted.lookedUp,
    next: 'Correct the attribute.',
  },
  treeNotFound: {
    title: 'Asset tree not found',
    what: 'The asset tree does not exist.',
    acted: acted.lookedUp,
    next: 'Check the tree ids in the settings of this panel.',
  },
  edgeValueType: {
    title: 'Wrong data type (older Edge)',
    what: 'The value has another data type than the point.',
    acted: acted.notSent,
    next: 'Correct the value and send again.',
  },
  edgeDeviceNotFound: {
    title: 'Device not found (older Edge)',
    what: 'The Edge does not know the device.',
    acted: acted.notSent,
    next: 'Check the device.',
  },
  edgeTimedOut: {
    title: 'No answer in time (older Edge)',
    what: 'The Edge waited for the device in vain.',
    acted: acted.maybe,
    next: advice.readBack,
  },
  edgeWriteFailed: {
    title: 'Write failed (older Edge)',
    what: 'The Edge reports that writing failed, without saying how far it came.',
    acted: acted.maybe,
    next: advice.readBack,
  },
}
