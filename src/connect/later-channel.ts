import type { Channel } from './commands/ports.ts'

/** Commands need the broker and the broker needs the commands: a channel to give to the first, opened by the second. */
export function laterChannel(): { channel: Channel; open(channel: Channel): void } {
  let open: (channel: Channel) => void = () => undefined
  const opened = new Promise<Channel>((resolve) => {
    open = resolve
  })
  return {
    channel: {
      encode: async (command) => (await opened).encode(command),
      publish: async (device, encoded) => (await opened).publish(device, encoded),
    },
    open: (channel) => open(channel),
  }
}
