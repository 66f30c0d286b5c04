// Who may import whom. Each rule says why; `node_modules/.bin/depcruise -c tools/dependency-rules.cjs apps packages tools e2e`.
const own = '^(apps|packages|tools|e2e)/'
/** Folders of the web that are no nouns: what every noun may use, and the pages that use them all. */
const noun = '(?!(?:http|money|pages|session|shell|theme|time|ui|words)/)([^/]+)'
const tests = '\\.test\\.tsx?$|/test/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that need each other cannot be understood, tested or moved alone.',
      severity: 'error',
      from: { path: own },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-knows-nobody',
      comment:
        'Rules run on the server and in the browser and depend on nothing: neither on a package nor on the machine.',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: tests },
      to: { pathNot: '^packages/domain/src' },
    },
    {
      name: 'risks-stand-alone',
      comment:
        'The engine is read and checked as one piece: it uses the rules around it, and has no dependency of any kind.',
      severity: 'error',
      from: { path: '^packages/domain/src/risks', pathNot: tests },
      to: { pathNot: '^packages/domain/src' },
    },
    {
      name: 'contracts-know-only-the-domain',
      comment: 'What is promised is written in the values of the domain; it does not know who keeps or shows it.',
      severity: 'error',
      from: { path: '^packages/contracts/src', pathNot: tests },
      to: { pathNot: ['^packages/(contracts|domain)/src', 'node_modules/typebox'] },
    },
    {
      name: 'packages-never-look-back',
      comment: 'Packages are shared by the applications, so they cannot depend on one.',
      severity: 'error',
      from: { path: '^packages', pathNot: tests },
      to: { path: '^(apps|tools|e2e)/' },
    },
    {
      name: 'words-are-only-words',
      comment: 'Web, mails and reports share the words, so the words know none of them.',
      severity: 'error',
      from: { path: '^packages/words/src', pathNot: tests },
      to: { path: own, pathNot: '^packages/words/src' },
    },
    {
      name: 'browser-code-without-node',
      comment: 'The packages and the web run in a browser, where there is no Node.',
      severity: 'error',
      from: { path: '^(packages|apps/web)/[^/]*/?src', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-never-meets-api',
      comment: 'The web talks to the server over HTTP, through the contracts; it never shares its code.',
      severity: 'error',
      from: { path: '^apps/web' },
      to: { path: '^apps/api' },
    },
    {
      name: 'api-never-meets-web',
      comment: 'The server hands out the built pages as files and knows nothing of their code.',
      severity: 'error',
      from: { path: '^apps/api' },
      to: { path: '^apps/web' },
    },
    {
      name: 'web-nouns-meet-in-pages',
      comment: 'A noun of the web shows itself; what shows several nouns together is a page.',
      severity: 'error',
      from: { path: `^apps/web/src/${noun}/`, pathNot: tests },
      to: { path: `^apps/web/src/${noun}/`, pathNot: '^apps/web/src/$1/' },
    },
    {
      name: 'routes-are-ends',
      comment:
        "In the api a noun may use another's table, store and actions, never its routes; only app.ts collects those.",
      severity: 'error',
      from: { path: '^apps/api/src', pathNot: ['^apps/api/src/app\\.ts$', tests] },
      to: { path: '\\.routes\\.ts$' },
    },
    {
      name: 'product-without-tools',
      comment: 'In a container the product runs without our tools; only its tests may use them.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: [tests, '^apps/api/(bench|demo)/'] },
      to: { path: '^tools/' },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'A test file that others import has become something else and needs another name.',
      severity: 'error',
      from: { path: own },
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'every-import-exists',
      comment: 'An import that leads nowhere fails at the worst moment.',
      severity: 'error',
      from: { path: own },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|coverage)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
