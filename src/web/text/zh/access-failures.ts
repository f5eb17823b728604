import type { accessFailures as inEnglish } from '../en/access-failures.ts'
import type { FailureText } from '../en/failure-text.ts'
import { acted, advice } from './failure-text.ts'

const refused = (title: string, what: string, next: string): FailureText => ({
  title,
  what,
  acted: acted.notSent,
  next,
})

/** Setpoint's own about who may: sign-in, rights, and the rules of the policy. */
export const accessFailures: Record<keyof typeof inEnglish, FailureText> = {
  notSignedIn: refused('未登录', '此处无人登录，或会话已结束。', '请登录。您准备的内容会保留。'),
  wrongPassword: refused('登录被拒绝', '没有与此用户名和密码对应的账号。', '请检查两者后重试，或联系本面板的管理员。'),
  tooManyAttempts: refused('尝试次数过多', '以此用户名或从此处登录失败的次数过多。', '请等到所示时间，然后重试。'),
  tooManyRequests: refused('调用过多', '此处在短时间内的请求数超出了人工操作的可能。', '请稍候，然后重试。'),
  identityProviderFailed: refused(
    '登录未成功',
    '无法连接身份提供方，或其应答不可信。',
    '请重试。若仍然如此，请联系本面板的管理员。',
  ),
  noRole: refused('没有角色', '身份提供方认识您，但没有说明您在此面板中的权限。', advice.administrator),
  rightMissing: refused(
    '超出角色权限',
    '您的角色不包括此项权限。',
    '请让具有所示角色的人员操作，或联系本面板的管理员。',
  ),
  outsidePlaces: refused(
    '不在您的资产范围内',
    '您的角色适用于工厂的某些部分，此设备不在其中。',
    '请检查是否是您所指的设备。若是，请联系本面板的管理员。',
  ),
  signInAgain: refused(
    '请重新登录',
    '此测点为关键测点：设置者必须在最近几分钟内登录过。',
    '请重新登录后发送。您准备的内容会保留。',
  ),
  reasonMissing: refused(
    '缺少原因',
    '此测点为关键测点：设置时需要填写原因，并保留在记录中。',
    '请填写原因，然后再次发送。',
  ),
  confirmationMissing: refused(
    '未确认',
    '设置此测点需要确认所发送的内容，而请求中没有确认。',
    '请从面板发送，并在那里确认。',
  ),
  outsideLimits: refused('超出允许范围', '工厂策略不允许此测点使用该值。', '请在所示范围内选择值。'),
  stepTooLarge: refused('步长过大', '工厂策略不允许一次改变这么多。', '请分小步进行，并在每步之间查看设备。'),
  tooSoon: refused('间隔过短', '工厂策略要求此测点的两条命令之间间隔更长。', '请等到所示时间，然后再次发送。'),
  outsideHours: refused('不在允许时段内', '工厂策略不允许在此时设置此测点。', '请等到所示时段，或联系本面板的管理员。'),
  presentValueChanged: refused(
    '当前值已变化',
    '您要求仅当设备仍上报您看到的值时发送，而设备现在上报了其他值。',
    '请查看新值，再作决定。',
  ),
  presentValueUnknown: refused(
    '当前值未知',
    '设备没有上报此测点的值，因此无法据此核对命令。',
    '请等待设备上报，或联系本面板的管理员。',
  ),
  targetUnknown: refused(
    '设备未能识别',
    '无法查询此设备和测点的信息，因此不清楚谁可以设置。',
    '请重试。若仍然如此，请检查 EnOS 是否应答。',
  ),
  gatewayUnknown: refused(
    'EnOS 未知',
    '调用没有说明发往哪个 EnOS，或指定了未配置的 EnOS。',
    '请在页面顶部选择 EnOS，然后重试。',
  ),
}
