/** The one failure whose words must be there before anything fails: without the server they could not come. */
export const proxyUnreachable = {
  title: 'Panel server not reachable',
  what: 'The panel lost its own server, so it cannot tell what became of what it asked for.',
  acted: 'Only if you had pressed Send: then it may have acted until the panel can ask again.',
  next: 'Check your network. The panel asks again by itself, and never sends by itself.',
}
