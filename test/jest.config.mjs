import { transform } from '../jest.config.mjs';
import { leftToCi } from './support/long-specs.mjs';

/** HTTP specs: they never import the app but ask the one that global setup started for their worker. */
// One process owns a SQLite file, whose transactions wait in line; what several do on one database is asked of PostgreSQL alone.
const leftOut =
  process.env.TEST_DATABASE === 'postgres'
    ? []
    : ['<rootDir>/test/faults/two-processes', '<rootDir>/test/faults/in-each-others-way'];

export default {
  rootDir: '..',
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/browser/',
    '<rootDir>/test/house/',
    '<rootDir>/test/robots/',
    ...leftOut,
    ...leftToCi(),
  ],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: 'node',
  testTimeout: 60_000,
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  transform,
};
