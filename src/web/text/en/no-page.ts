/** Of an address that leads nowhere. */
export const noPage = {
  title: 'There is no such page',
  why: 'The address may be mistyped, or the page has moved.',
  toControl: 'Go to Control',
}
