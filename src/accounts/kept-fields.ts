/** What a form held, field by field; several values where a name stood several times. */
export type Fields = Record<string, string[]>;

const MOST_BYTES = 64 * 1024;
/** Never kept, whatever form they come from. */
const SECRET = /^_|password|current|wanted|again|secret/i;

/** The typed part of a sent form, without its token, passwords and files; null where that is nothing or too much. */
export function keptFields(body: unknown): Fields | null {
  const sent = Object.entries((body ?? {}) as Record<string, unknown>).filter(([name]) => !SECRET.test(name));
  const fields = Object.fromEntries(
    sent.map(([name, value]) => [name, [value].flat().filter((one): one is string => typeof one === 'string')]),
  );
  return Buffer.byteLength(JSON.stringify(fields)) <= MOST_BYTES ? fields : null;
}
