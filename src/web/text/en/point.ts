export const point = {}
