import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** Each a file that somebody might write, and the rule that must refuse it. */
const PLANTED: Record<string, { file: string; text: string }> = {
  'plain-files-know-no-framework': {
    file: 'src/market/orders/planted.ts',
    text: "import { Injectable } from '@nestjs/common';\nexport const planted = Injectable;\n",
  },
  'market-imports-down': {
    file: 'src/market/cart/planted.ts',
    text: "import { gradeSnapshot } from '../../practice/planted.js';\nexport const planted = gradeSnapshot;\n",
  },
  'payments-know-no-orders': {
    file: 'src/market/payments/planted.ts',
    text: "import { statusAfter } from '../orders/order-status.js';\nexport const planted = statusAfter;\n",
  },
  'provider-knows-no-market': {
    file: 'src/provider/planted.ts',
    text: "import { statusAfter } from '../market/orders/order-status.js';\nexport const planted = statusAfter;\n",
  },
  'shared-knows-nobody': {
    file: 'src/shared/planted.ts',
    text: "import { Config } from '../platform/config/config.js';\nexport const planted = Config;\n",
  },
  'only-the-start-knows-the-provider': {
    file: 'src/market/payments/planted-provider.ts',
    text: "import { planted } from '../../provider/planted.js';\nexport const again = planted;\n",
  },
  'no-circles': {
    file: 'src/market/cart/circle-back.ts',
    text: "import { one } from './circle.js';\nexport const other = () => one;\n",
  },
};
const AROUND = {
  'src/practice/planted.ts': 'export const gradeSnapshot = 1;\n',
  'src/market/cart/circle.ts': "import { other } from './circle-back.js';\nexport const one = () => other;\n",
};

describe('who imports whom', () => {
  const root = mkdtempSync(join(tmpdir(), 'taladlab-imports-'));
  let seen: Array<{ rule: string; from: string }>;

  beforeAll(() => {
    cpSync('src', join(root, 'src'), { recursive: true });
    for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json']) cpSync(file, join(root, file));
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    const planted = Object.values(PLANTED).map(({ file, text }) => [file, text] as const);
    for (const [file, text] of [...planted, ...Object.entries(AROUND)]) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    const cruise = [
      resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      'src',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
    ];
    const { stdout } = spawnSync(process.execPath, cruise, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
    const report = JSON.parse(stdout) as {
      summary: { violations: Array<{ from: string; rule: { name: string } }> };
    };
    seen = report.summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
  }, 120_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(Object.entries(PLANTED))('%s refuses an import that breaks it', (rule, { file }) => {
    expect(seen).toContainEqual({ rule, from: file });
  });

  it('finds nothing but what was planted', () => {
    const planted = [...Object.values(PLANTED).map(({ file }) => file), ...Object.keys(AROUND)];
    expect(seen.filter(({ from }) => !planted.includes(from))).toEqual([]);
  });
});
