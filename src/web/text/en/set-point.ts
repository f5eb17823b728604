export const setPoint = {}
