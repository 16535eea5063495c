import pages from '../jest.config.mjs';

/** Robots play against one app; the specs themselves say how many at a time. */
export default {
  ...pages,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/robots/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 15 * 60_000,
  maxWorkers: 1,
};
