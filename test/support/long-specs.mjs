/**
 * What takes longest and is left to CI: power cuts (of the provider too), races and backups under load, a weak line, every page by day and by night, whole
 * demos taken away or played again, staff accounts and no signal in a browser. A quick run says that it left them out.
 */
const LONG_SPECS = [
  '/test/faults/',
  '/test/provider/sudden-deaths.spec',
  '/test/platform/(demo-removal|replay|restoring)\\.spec',
  '/test/browser/(every-page|weak-line|people|offline)\\.spec',
];

/** Patterns of what a run leaves out: these where `npm test` is to be quick, nothing where a spec is asked for by name. */
export const leftToCi = () => (process.env.LEAVE_LONG_ONES ? LONG_SPECS : []);
