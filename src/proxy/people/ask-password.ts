import { createInterface } from 'node:readline/promises'

/** Standard input: a terminal, or what is piped in. */
type Input = NodeJS.ReadableStream & { isTTY?: boolean; setRawMode?(raw: boolean): unknown }

/** A line of what is piped in. @throws Error where there is none. */
async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input })
  try {
    for await (const line of lines) return line
  } finally {
    lines.close()
  }
  throw new Error('no password came on standard input: pipe in one line')
}

/** What is typed up to Enter, none of it shown. @throws Error for Ctrl+C and Ctrl+D. */
function hiddenLine(input: Input): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed = ''
    const finish = (settle: () => void) => {
      input.off('data', read).pause()
      input.setRawMode?.(false)
      settle()
    }
    const read = (keys: string) => {
      // An arrow or another key that writes nothing.
      if (keys.startsWith('\u001b')) return
      for (const key of keys) {
        if (key === '\r' || key === '\n') return finish(() => resolve(typed))
        if (key === '\u0003' || key === '\u0004') return finish(() => reject(new Error('nothing was changed')))
        if (key === '\u007f' || key === '\b') typed = [...typed].slice(0, -1).join('')
        else if (key >= ' ') typed += key
      }
    }
    input.setRawMode?.(true)
    input.setEncoding('utf8')
    input.on('data', read).resume()
  })
}

/**
 * A new password: typed twice at a terminal without being shown, else one line of standard input.
 * @throws Error with the sentence that says why there is none.
 */
export async function askPassword(input: Input, show: (text: string) => void): Promise<string> {
  if (!input.isTTY) return await firstLine(input)
  const ask = async (prompt: string): Promise<string> => {
    show(prompt)
    try {
      return await hiddenLine(input)
    } finally {
      show('\n')
    }
  }
  const password = await ask('New password: ')
  if ((await ask('Again: ')) !== password) throw new Error('the two are not the same; nothing was changed')
  return password
}
