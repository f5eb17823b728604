import { connect } from 'node:net'

/** What a door said to raw bytes. */
export interface BytesAnswer {
  /** HTTP status; null where it closed or stayed silent. */
  status: number | null
  text: string
}

/** Characters of an answer that are looked at. */
const looked = 20_000

/**
 * Writes bytes to a port, and reads what comes until the peer closes, answers by HTTP, or is silent for `patience` ms.
 * A connection that is refused or reset is an answer too: nothing was said.
 * @param isAll tells the peer that nothing more will come.
 */
export const sendBytes = (
  port: number,
  bytes: Uint8Array,
  { patience, isAll }: { patience: number; isAll: boolean },
): Promise<BytesAnswer> =>
  new Promise((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1')
    const end = (): void => {
      // Closed by a reset, ten thousands of connections leave no port waiting behind.
      socket.resetAndDestroy()
      // It would wait for ever to write what nobody reads any more.
      setTimeout(() => socket.destroy(), 1000).unref()
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
      resolve({ status: status === undefined ? null : Number(status), text })
    }
    socket.setTimeout(patience, end)
    socket.on('connect', () => (isAll ? socket.end(bytes) : socket.write(bytes)))
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (text.length > looked || /\r\n\r\n./.test(text)) end()
    })
    socket.once('error', end)
    socket.once('close', end)
  })
