/** The device a topic speaks of (§5.2). */
export interface DeviceAddress {
  productKey: string
  deviceKey: string
}

const sys = ({ productKey, deviceKey }: DeviceAddress): string => `/sys/${productKey}/${deviceKey}/thing`
const session = ({ productKey, deviceKey }: DeviceAddress): string => `/ext/session/${productKey}/${deviceKey}`

/** Topics of §5.2 for one device; replies are the same with `_reply` behind, see {@link replyTopic}. */
export const topics = {
  set: (device: DeviceAddress) => `${sys(device)}/service/measurepoint/set`,
  getPoints: (device: DeviceAddress) => `${sys(device)}/service/measurepoint/get`,
  downRaw: (device: DeviceAddress) => `${sys(device)}/model/down_raw`,
  upRaw: (device: DeviceAddress) => `${sys(device)}/model/up_raw`,
  post: (device: DeviceAddress) => `${sys(device)}/measurepoint/post`,
  postBatch: (device: DeviceAddress) => `${sys(device)}/measurepoint/post/batch`,
  resume: (device: DeviceAddress) => `${sys(device)}/measurepoint/resume`,
  resumeBatch: (device: DeviceAddress) => `${sys(device)}/measurepoint/resume/batch`,
  activateInfo: (device: DeviceAddress) => `${session(device)}/thing/activate/info`,
  topoAdd: (gateway: DeviceAddress) => `${sys(gateway)}/topo/add`,
  topoGet: (gateway: DeviceAddress) => `${sys(gateway)}/topo/get`,
  topoDelete: (gateway: DeviceAddress) => `${sys(gateway)}/topo/delete`,
  login: (gateway: DeviceAddress) => `${session(gateway)}/combine/login`,
  loginBatch: (gateway: DeviceAddress) => `${session(gateway)}/combine/login/batch`,
  logout: (gateway: DeviceAddress) => `${session(gateway)}/combine/logout`,
} as const
export type TopicName = keyof typeof topics

export const replyTopic = (topic: string): string => `${topic}_reply`

const topicNames = Object.keys(topics) as TopicName[]

/** What a topic of `device` is for; undefined for all that §5.2 lists and we do not have. */
export const topicNamed = (topic: string, device: DeviceAddress): TopicName | undefined =>
  topicNames.find((name) => topics[name](device) === topic)

/** The methods of §5.2 that a payload names. */
export const methods = {
  set: 'thing.service.measurepoint.set',
  post: 'thing.measurepoint.post',
  postBatch: 'thing.measurepoint.post.batch',
  resume: 'thing.measurepoint.resume',
  resumeBatch: 'thing.measurepoint.resume.batch',
  activateInfo: 'thing.activate.info',
  topoAdd: 'thing.topo.add',
  topoGet: 'thing.topo.get',
  topoDelete: 'thing.topo.delete',
  login: 'combine.login',
  loginBatch: 'combine.login.batch',
  logout: 'combine.logout',
} as const

const pattern = /^\/(sys|ext\/session)\/([^/]+)\/([^/]+)\/(.+)$/

/** The device a topic names and what stands behind it, e.g. `thing/measurepoint/post`; null for foreign topics. */
export function readTopic(topic: string): { device: DeviceAddress; tail: string } | null {
  const [, , productKey, deviceKey, tail] = pattern.exec(topic) ?? []
  return productKey && deviceKey && tail ? { device: { productKey, deviceKey }, tail } : null
}
