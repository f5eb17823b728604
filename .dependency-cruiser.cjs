/**
 * Every arrow that may be drawn between the areas of ARCHITECTURE.md. What is not listed is an error.
 * Inside an area imports are relative; across areas they go through `#contract/…`, `#database/…` or `#service/…`.
 */
const arrows = [
  ['^src/contract', '^src/contract|^node_modules/(zod|lossless-json)/'],
  ['^src/database', '^src/database|^node_modules/better-sqlite3/|^node_modules/@types/better-sqlite3/'],
  ['^src/service', '^src/service|^node_modules/'],
  ['^src/web/text', '^src/(web/text|contract)|^node_modules/(@types/)?react/'],
  ['^src/web/ui', '^src/(web/(ui|text)|contract)|^node_modules/'],
  ['^src/web/api', '^src/(web/api|contract)|^node_modules/'],
  ['^src/web/fields', '^src/(web/(fields|ui|text|api)|contract)|^node_modules/'],
  ['^src/web/features/([^/]+)', '^src/web/features/$1|^src/(web/(fields|ui|text|api)|contract)|^node_modules/'],
  ['^src/web/(app|main)', '^src/(web|contract)|^node_modules/'],
  ['^src/proxy/operations', '^src/(proxy/operations|contract)'],
  [
    '^src/proxy/access/(?!policy-file|places|device-assets|sight)',
    '^src/(proxy/(access|operations/ports|people/ports)|contract)|^node_modules/zod/',
  ],
  ['^src/proxy/(?!operations)', '^src/(proxy|contract|database|service)|^node_modules/'],
  ['^src/connect/commands', '^src/(connect/commands|contract)'],
  ['^src/connect/(?!commands)', '^src/(connect|contract|database|service)|^node_modules/'],
  ['^src/fleet', '^src/(fleet|contract)|^node_modules/'],
  ['^src/[^/]+$', '^src/([^/]+$|proxy/|connect/|fleet/|contract/|service/)|^node_modules/'],
]

/** The standard library of Node: only where a program runs in Node, and never in the rules. */
const nodeAllowed =
  '^src/([^/]+$|database|service|fleet|proxy/(?!operations|access/(?!policy-file))|connect/(?!commands))'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...arrows.map(([from, to]) => ({
      name: `from ${from}`,
      severity: 'error',
      from: { path: from, pathNot: '\\.test\\.tsx?$|\\.suite\\.ts$' },
      to: { pathNot: `${to}|\\.css$|\\.wasm\\?url$`, dependencyTypesNot: ['core'] },
    })),
    {
      name: 'no-node-here',
      severity: 'error',
      from: { path: '^src', pathNot: `${nodeAllowed}|\\.test\\.tsx?$|\\.suite\\.ts$` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'tests-stay-in-their-area',
      comment: 'A test may use any package and anything of its own area, the contract, the database and the service.',
      severity: 'error',
      from: { path: '^src/(contract|database|service|web|proxy|connect|fleet)/.*\\.(test\\.tsx?|suite\\.ts)$' },
      to: { path: '^src', pathNot: '^src/($1|contract|database|service)/' },
    },
    { name: 'no-circle', severity: 'error', from: { path: '^src' }, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: { path: '^src' },
      to: { couldNotResolve: true, pathNot: '\\.css|\\.wasm\\?url$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
}
