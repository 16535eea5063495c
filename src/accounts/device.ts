/** A device in plain words: what it is, and the browser's own name where it is known. */
export interface Device {
  kind: 'android' | 'iphone' | 'tablet' | 'windows' | 'mac' | 'chromebook' | 'linux' | 'unknown';
  browser: string | null;
}

// The order matters: nearly every browser calls itself Mozilla, Chrome and Safari too.
const BROWSERS: ReadonlyArray<[RegExp, string]> = [
  [/\bLine\//, 'LINE'],
  [/FBA[NV]\//, 'Facebook'],
  [/EdgA?\/|EdgiOS\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const KINDS: ReadonlyArray<[RegExp, Device['kind']]> = [
  [/iPad|Android(?!.*Mobile)/, 'tablet'],
  [/Android/, 'android'],
  [/iPhone|iPod/, 'iphone'],
  [/CrOS/, 'chromebook'],
  [/Windows/, 'windows'],
  [/Macintosh/, 'mac'],
  [/Linux/, 'linux'],
];

/** What a browser's own line about itself means to its owner. */
export function deviceOf(userAgent: string | null): Device {
  const known = <T>(table: ReadonlyArray<[RegExp, T]>) => table.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  return { kind: known(KINDS) ?? 'unknown', browser: known(BROWSERS) ?? null };
}
