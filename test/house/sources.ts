import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder of the repository whose names end in `ending`, as paths from its root, with their text. */
export function filesBelow(folder: string, ending: string): Array<{ path: string; text: string }> {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
