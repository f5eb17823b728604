/** What a person may be, each with all that the ones before it may do. */
export const roles = ['viewer', 'operator', 'engineer', 'administrator'] as const
export type Role = (typeof roles)[number]

/** How much harm a wrong value of a point can do, by the policy: what a send to it asks of the person. */
export const pointClasses = ['routine', 'confirm', 'critical'] as const
export type PointClass = (typeof pointClasses)[number]

/** Right → the least role that has it. */
export const rights = {
  /** Devices, points, values, commands, the record and its export. */
  look: 'viewer',
  /** Set a routine or a confirm point. */
  set: 'operator',
  /** Cancel commands that wait. */
  cancel: 'operator',
  /** Say that an unknown outcome was checked. */
  acknowledge: 'operator',
  setCritical: 'engineer',
  /** See the policy and the people. */
  administer: 'administrator',
} as const satisfies Record<string, Role>
export type Right = keyof typeof rights

export const hasRight = (role: Role, right: Right): boolean => roles.indexOf(role) >= roles.indexOf(rights[right])

/** The right that a send to a point of this class needs. */
export const rightToSet = (pointClass: PointClass): Right => (pointClass === 'critical' ? 'setCritical' : 'set')
