/** Whether a host's name or address stands for this machine alone. @param name without brackets, in lower case. */
export const isLoopbackHost = (name: string): boolean =>
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  name === '::1' ||
  /^(::ffff:)?127(\.\d{1,3}){3}$/.test(name) ||
  // As an address is written that a URL has read.
  name === '[::1]'
