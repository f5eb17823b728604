import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { answerShapes } from './scripts/answer-shapes.ts'
import { precompress } from './scripts/precompress.ts'

const proxyPort = process.env.PROXY_PORT ?? '8787'
/** Where the panel's calls go: the proxy, and in development through this server so that all is one origin. */
const proxied = ['/api', '/connect-service', '/asset-tree-service', '/asset-service', '/model-service', '/tsdb-service']

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: string[] } | null
}

/** What only late pages take from a library of which the first screen takes something else. */
const lateOnly = /@tanstack\/.*\/(mutationObserver|useMutation|queriesObserver|useQueries|hydration)\.js$/

/** All that comes with a module, since it imports it without waiting. */
function reachedFrom(entry: string, graph: ModuleGraph): Set<string> {
  const reached = new Set([fileURLToPath(new URL(entry, import.meta.url))])
  for (const id of reached) {
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) if (!lateOnly.test(next)) reached.add(next)
  }
  return reached
}

/** Begun by itself while ours is still on its way, in a task of its own, and kept by browsers when only ours changes. */
const framework = /node_modules\/(react|react-dom|scheduler|@tanstack)\//

/**
 * Left alone, the bundler makes a chunk of each set of modules that the same pages share: two dozen, most too small to
 * compress well. Here there are few: the control screen up to where a value can be typed (asked for by themselves its parts
 * would come a round trip later) and the framework below it, what was sent before, what is shown once a draft was begun,
 * and one for each page.
 */
function createChunkOf(): (id: string, graph: ModuleGraph) => string | null {
  let chunks: [string, Set<string>][] | undefined
  return (id, graph) => {
    if (!chunks) {
      const reached = (entry: string) => reachedFrom(`src/web/${entry}`, graph)
      const first = reached('main.tsx')
      const [outbox, sending] = [reached('app/outbox-parts.ts'), reached('app/sending-parts.ts')]
      const withHistory = [...reached('app/history-page.tsx')].filter((one) => outbox.has(one) || sending.has(one))
      chunks = [
        ['framework', new Set([...first].filter((one) => framework.test(one)))],
        ['first', first],
        ['first', reached('app/control-parts.ts')],
        ['operations', reached('app/operations-parts.ts')],
        // Else the history would wait for all that only a draft needs.
        ['operations', new Set(withHistory)],
        ['rare-fields', reached('fields/rare-fields.ts')],
        ['outbox', outbox],
        ['sending', sending],
      ]
    }
    return chunks.find(([, reached]) => reached.has(id))?.[0] ?? null
  }
}

/** By file and name, e.g. `editor-card`: what is alike compresses, hashes do not. No two files have the same name (walls.test.ts). */
const generateScopedName = (name: string, file: string) => `${basename(file, '.module.css')}-${name}`

/** The first painting needs the style and no code: on a slow line the style comes first. */
const styleFirst = (): Plugin => ({
  name: 'style-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replaceAll('<script type="module"', '$& fetchpriority="low"'),
  },
})

/** Tells public/early.js which files the history needs beside those of every page: they come a round trip earlier. */
const historyCode = (): Plugin => ({
  name: 'history-code',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const filesOf = (module: string) => {
        const has = (name: string) => {
          const file = bundle[name]
          return file?.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(module))
        }
        const files = new Set(Object.keys(bundle).filter(has))
        for (const name of files) {
          const file = bundle[name]
          for (const next of file?.type === 'chunk' ? file.imports : []) files.add(next)
        }
        return files
      }
      const everywhere = filesOf('/src/web/main.tsx')
      const own = [...filesOf('/src/web/app/history-page.tsx')].filter((name) => !everywhere.has(name))
      const meta = `<meta name="history-code" content="${own.map((name) => `/${name}`).join(' ')}" />`
      return html.replace('<script src="/early.js">', `${meta}\n    $&`)
    },
  },
})

/**
 * The panel that opens without a network: all of it is kept at the first visit, codes and raw JSON too, since who scans a
 * cabinet may have no network there. Nothing of the server's answers is kept here: calls pass by the service worker.
 */
const offlinePanel = () =>
  VitePWA({
    filename: 'service-worker.js',
    manifestFilename: 'panel.webmanifest',
    registerType: 'prompt',
    // Late and by the panel itself (src/web/app/service-worker.ts).
    injectRegister: false,
    manifest: {
      id: '/',
      name: 'Setpoint',
      short_name: 'Setpoint',
      description: 'Set a measurement point of an industrial device, and learn for certain what happened.',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      theme_color: '#161b21',
      background_color: '#eef0f2',
      icons: [
        ...['192', '512'].flatMap((size) => [
          { src: `/icons/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any' },
          { src: `/icons/maskable-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'maskable' },
        ]),
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ],
    },
    includeManifestIcons: false,
    workbox: {
      globPatterns: ['index.html', 'early.js', 'icon.svg', 'assets/*.{js,css,wasm}'],
      inlineWorkboxRuntime: true,
      sourcemap: false,
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      // A page that is open goes on with the files that it began with until it says so.
      skipWaiting: false,
      navigateFallback: '/index.html',
      // Sign-in elsewhere and files to take away are pages of the server's.
      navigateFallbackDenylist: [/^\/(api|health|metrics|[a-z-]+-service)([/?]|$)/, /^\/(assets|icons)\//],
    },
  })

export default defineConfig(({ isSsrBuild }) => ({
  plugins: isSsrBuild ? [react()] : [react(), styleFirst(), historyCode(), offlinePanel(), precompress()],
  // React has had it itself since 18.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  css: { modules: { generateScopedName } },
  define: { 'import.meta.env.VITE_SHAPES': JSON.stringify(answerShapes()) },
  publicDir: isSsrBuild ? false : 'public',
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node20', emptyOutDir: true }
    : {
        outDir: 'dist/web',
        emptyOutDir: true,
        target: 'es2022',
        reportCompressedSize: false,
        // A part that comes late must not stand there unstyled because only its script was fetched again.
        cssCodeSplit: false,
        // The list of what comes with each late part would stand in the first load; the service worker has it all anyway.
        modulePreload: false,
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [{ name: createChunkOf(), debugName: 'by reach' }],
            },
          },
        },
      },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PANEL_PORT ?? 5173),
    strictPort: true,
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: `http://127.0.0.1:${proxyPort}` }])),
  },
}))
