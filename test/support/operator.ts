import { execFile } from 'node:child_process';

type Settings = Record<string, string>;
export interface Said {
  code: number;
  said: string;
}

/** Runs a built command of the terminal with these settings while everything else goes on. */
export function command(file: string, settings: Settings, ...args: string[]): Promise<Said> {
  const env = { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'error', ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, [`dist/${file}.js`, ...args], { env, maxBuffer: 2 ** 24 }, (failed, stdout, stderr) => {
      resolve({ code: failed ? Number(failed.code ?? 1) : 0, said: stdout + stderr });
    });
  });
}

/** Makes a backup and answers its folder. */
export async function backup(settings: Settings, ...args: string[]): Promise<string> {
  const { code, said } = await command('platform/backup/backup-cli', settings, ...args);
  const folder = /read back: (\S+)/.exec(said)?.[1];
  if (code !== 0 || !folder) throw new Error(`No backup: ${said}`);
  return folder;
}

export const restore = (settings: Settings, ...args: string[]): Promise<Said> =>
  command('platform/backup/restore-cli', settings, ...args);
