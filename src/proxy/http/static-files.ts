import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'
import { pathOf } from './read-call.ts'
import { isCall } from './require-person.ts'

/** The built panel where there is one; every address of the panel that is no file shows its first page. */
export async function staticFiles(app: FastifyInstance, directory: string): Promise<void> {
  const root = resolve(directory)
  const built = existsSync(join(root, 'index.html'))
  await app.register((pages, _options, done) => {
    // A page holds nothing that is not in the package: whoever is to sign in has to see it.
    pages.addHook('onRoute', (route) => {
      route.config = { ...route.config, openTo: 'pages' }
    })
    if (built) {
      pages.register(fastifyStatic, {
        root,
        cacheControl: false,
        // The build has written them (scripts/precompress.ts).
        preCompressed: true,
        setHeaders: (response, path) => {
          // Names under assets/ carry a hash of their content.
          const hashed = path.startsWith(join(root, 'assets'))
          response.setHeader('vary', 'accept-encoding')
          response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
        },
      })
    }
    pages.setNotFoundHandler(({ method, url, headers }, reply) => {
      const isPage = method === 'GET' && headers.accept?.includes('text/html') && !isCall(url)
      if (built && isPage) return reply.sendFile('index.html')
      throw new Failure('callNotAllowed', `${method} ${pathOf(url)}`)
    })
    done()
  })
}
