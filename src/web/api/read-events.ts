/** One event of a stream of server-sent events. */
export interface ServerEvent {
  name: string
  data: string
}

function eventOf(block: string): ServerEvent {
  const field = (name: string) => {
    const line = block.split('\n').find((one) => one.startsWith(`${name}: `))
    return line?.slice(name.length + 2) ?? ''
  }
  return { name: field('event'), data: field('data') }
}

/**
 * The events of a stream as the panel's server writes them (one line for each field) until it ends.
 * The browser's EventSource tells neither why it was refused nor that nothing has come for long.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += decoder.decode(value, { stream: true })
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        yield eventOf(text.slice(0, end))
        text = text.slice(end + 2)
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
