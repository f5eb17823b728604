import './ui/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { fetchPage } from './app/pages.tsx'
import { createQueryClient } from './app/query-client.ts'

const root = document.getElementById('root')
if (root) {
  const client = createQueryClient()
  fetchPage(client)
  // In a task of its own: beginning all this code is enough for one.
  setTimeout(() =>
    createRoot(root).render(
      <StrictMode>
        <App client={client} />
      </StrictMode>,
    ),
  )
}
