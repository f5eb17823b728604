import fastifyCompress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** Bytes; a smaller answer fits into one packet as it is. */
const least = 1400

/**
 * Sends answers in JSON compressed to whoever takes them so: a page of devices is a tenth of its text. Files are
 * compressed by the build; streams of changes and exports go out line by line as they come.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', (route) => {
    if (route.config?.streamed) route.compress = false
  })
  await app.register(fastifyCompress, {
    threshold: least,
    encodings: ['br', 'gzip'],
    // What comes in is signed as it was typed, and must not swell.
    globalDecompression: false,
  })
}
