import type { Channel } from './commands/ports.ts'

/** Commands need the broker and the broker needs the commands: a channel to give to the first, opened by the second. */
export function laterChannel(): { channel: Channel; open(channel: Channel): void } {
  let opened: Channel | null = null
  let tell: (channel: Channel) => void = () => undefined
  const opening = new Promise<Channel>((resolve) => {
    tell = resolve
  })
  return {
    channel: {
      encode: (command) => opened?.encode(command) ?? opening.then((channel) => channel.encode(command)),
      publish: (device, encoded) =>
        opened?.publish(device, encoded) ?? opening.then((channel) => channel.publish(device, encoded)),
    },
    open(channel): void {
      opened = channel
      tell(channel)
    },
  }
}
