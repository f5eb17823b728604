import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { Aedes } from 'aedes'
import { answerBench } from '../ask.ts'

/* The broker of the peer, which brings none: aedes as it comes, in a process of its own. */

const answers = {
  async listen() {
    const aedes = await Aedes.createBroker()
    const server = createServer({ noDelay: true }, aedes.handle)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return { mqtt: (server.address() as AddressInfo).port }
  },
  usage() {
    const { user, system } = process.cpuUsage()
    return { cpu: (user + system) / 1e6, memory: process.memoryUsage.rss() / 1e6 }
  },
}
export type Broker = typeof answers
answerBench(answers)
