import type { Text } from '../en.ts'

/** What stands behind the header's buttons, and what is said below it: the account, the choice of EnOS, their troubles. */
export const account: Text['account'] = {
  gatewayMenuTitle: '选择 EnOS',
  gatewayMenuHelp: '页面会重新加载。您准备的值保留在各自的 EnOS 中。',
  gatewayHere: '当前所在',
  unknownGatewayTitle: '此处没有该 EnOS',
  unknownGateway: (id) => `地址中的“${id}”不在此面板配置的 EnOS 之中。`,

  gatewayState: {
    unreachable: (name) => `${name} 没有应答`,
    since: (time) => `自 ${time} 起。`,
    unreachableHelp: '显示的内容可能已过时，在其应答之前无法发送。面板会自动重新查询。',
    ahead: (name, span) => `${name} 的时钟快 ${span}`,
    behind: (name, span) => `${name} 的时钟慢 ${span}`,
    clockHelp:
      '对 EnOS 的每次调用都用面板服务器的时间签名。若两者时钟相差更大，EnOS 会拒绝调用；EnOS 及其设备给出的时间与面板的时间也会有同样的偏差。请检查两者的时钟。',
  },

  roles: { viewer: '查看者', operator: '操作员', engineer: '工程师', administrator: '管理员' },
  roleMay: {
    viewer: '可查看全部内容，不能发送',
    operator: '可设置非关键测点，并可取消等待中的命令',
    engineer: '可设置所有测点，包括关键测点',
    administrator: '可设置所有测点，并可查看策略和人员',
  },

  role: '角色',
  places: '范围',
  everywhere: '全部',
  placesHelp: '及其下级',
  until: '登录有效期至',
  builtIn: '此处无需登录。任何能访问此地址的人都可以设置测点。',
  signOut: '退出登录',
  signOutEverywhere: '在所有地方退出登录',
  everywhereTitle: '要在所有地方退出登录吗？',
  everywhereHelp:
    '您在所有设备和浏览器中的会话都将结束。已发送的命令继续进行。已准备的值留在原处，在那里重新登录后即可恢复。',
  stay: '保持登录',
  update: {
    readyTitle: 'Setpoint 有新版本可用',
    ready: '草稿发送或放弃后会更新。',
    readyElsewhere: '此浏览器的其他标签页中没有未完成的内容时会更新。',
    take: '立即更新',
    takeTitle: '现在更新到新版本？',
    takeHelp:
      '此浏览器的所有标签页会重新加载。已开始的草稿应会恢复，但新版本可能无法读取：发送前请逐一核对。正在进行的命令会继续，其结果可在历史中查看。',
    later: '暂不更新',
    done: '已更新到新版本',
  },
  signOutFailed: '您仍处于登录状态',
  endsSoon: (time) => `您的登录将于 ${time} 到期`,
  endsSoonHelp: '在此之前重新登录即可不间断地继续。无论如何，您准备的内容都不会丢失。',
  signInAgain: '重新登录',
  notSignedInTitle: '登录未成功',
}
