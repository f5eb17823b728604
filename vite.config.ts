import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const proxyPort = process.env.PROXY_PORT ?? '8787'
/** Where the panel's calls go: the proxy, and in development through this server so that all is one origin. */
const proxied = ['/api', '/connect-service', '/asset-tree-service', '/asset-service', '/model-service']

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  publicDir: isSsrBuild ? false : 'public',
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node20', emptyOutDir: true }
    : { outDir: 'dist/web', emptyOutDir: true, target: 'es2022', reportCompressedSize: false },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PANEL_PORT ?? 5173),
    strictPort: true,
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: `http://127.0.0.1:${proxyPort}` }])),
  },
}))
