/** For sentences that are told a list, or a number that they compare: what a test tells them, by the way to them. */
export const samples: Record<string, unknown[]> = {
  'setPoint.about': [['‹0›', '‹1›']],
  'rareFields.parts': [['‹0›', '‹1›'], 41],
  'permission.dayList': [['‹0›', '‹1›']],
  'permission.limits.byRule': ['‹0›', ['‹1›', '‹2›']],
  'signIn.waiting': [41, 42],
  'problems.notInEnum': [{ keys: ['‹0›', '‹1›'], asNumber: true }],
  'problems.memberUnknown': [{ member: '‹0›', members: ['‹1›', '‹2›'] }],
  'problems.notJson': [{ reason: '‹0›', position: 41 }],
}
