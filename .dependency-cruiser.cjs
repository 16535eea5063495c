/** Who may import whom. Checked on the sources with every test run; a planted breach is seen to fail in test/rules. */
const tied = '\\.(module|controller|service|entity|listener|guard|interceptor|filter)\\.ts$';
const layers = [
  'platform',
  'accounts',
  'market',
  'simulation',
  'practice',
  'assessment',
  'credentials',
  'classroom',
  'exchange',
  'demo',
  'operations',
];

/** One rule a layer: it knows nothing of what stands above it. */
const downwards = layers.map((layer, at) => ({
  name: `${layer}-imports-down`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: `^src/(${layers.slice(at + 1).join('|') || 'nothing'})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...downwards,
    {
      name: 'shared-knows-nobody',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^src/(?!shared/)' },
    },
    {
      name: 'provider-knows-no-market',
      severity: 'error',
      from: { path: '^src/provider/' },
      to: { path: '^src/(?!provider/|shared/)' },
    },
    {
      name: 'only-the-start-knows-the-provider',
      severity: 'error',
      from: { path: '^src/(?!provider/|start)' },
      to: { path: '^src/provider/' },
    },
    {
      name: 'payments-know-no-orders',
      severity: 'error',
      from: { path: '^src/market/payments/' },
      to: { path: '^src/market/(?!payments/|sandboxes/)' },
    },
    {
      name: 'nobody-makes-a-payable-code',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/shared/thai-qr/promptpay-code' },
    },
    {
      name: 'plain-files-know-no-framework',
      severity: 'error',
      from: {
        path: '^src/(shared|accounts|market|simulation|practice|assessment|classroom|credentials|exchange|demo|operations)/',
        pathNot: [tied, '^src/accounts/(who-is-there|give-forms-back)', '-cli\\.ts$'],
      },
      to: { path: 'node_modules/(@nestjs|typeorm|fastify)/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'], conditionNames: ['import', 'node', 'default'] },
  },
};
