process.env.TZ = 'UTC';

import { start } from './start.js';

start().catch((problem: unknown) => {
  const sentence = problem instanceof Error && problem.name === 'ConfigError' ? problem.message : problem;
  process.stderr.write(`${sentence instanceof Error ? (sentence.stack ?? sentence.message) : String(sentence)}\n`);
  process.exit(1);
});
