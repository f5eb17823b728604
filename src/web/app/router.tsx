import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { ControlPage } from './control-page.tsx'
import { controlSearchSchema, parseSearch, stringifySearch } from './control-search.ts'
import { CrashPage } from './crash-page.tsx'
import { LoadingPage } from './loading-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { Shell } from './shell.tsx'

const rootRoute = createRootRoute({ component: Shell })

const controlRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: (search) => controlSearchSchema.parse(search),
  component: ControlPage,
})

const filterSchema = z.record(z.string(), z.string())
const historyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operations',
  validateSearch: (search) => filterSchema.parse(search),
  component: lazyRouteComponent(() => import('./history-page.tsx'), 'HistoryPage'),
})

const commandRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operations/$id',
  component: lazyRouteComponent(() => import('./command-page.tsx'), 'CommandPage'),
})

const errorCodesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/errors',
  component: lazyRouteComponent(() => import('./error-codes-page.tsx'), 'ErrorCodesPage'),
})

/** The panel's pages; all but the control screen are loaded when they are opened. */
export const createPanelRouter = () =>
  createRouter({
    routeTree: rootRoute.addChildren([controlRoute, historyRoute, commandRoute, errorCodesRoute]),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: CrashPage,
    defaultPendingComponent: LoadingPage,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPanelRouter>
  }
}
