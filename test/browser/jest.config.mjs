import { transform } from '../../jest.config.mjs';
import { leftToCi } from '../support/long-specs.mjs';

/** What a person sees in Chromium on a phone. Two workers at most: each has a browser and an app of its own. */
export default {
  rootDir: '../..',
  testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...leftToCi()],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: 'node',
  testTimeout: 180_000,
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/browser/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  transform,
};
