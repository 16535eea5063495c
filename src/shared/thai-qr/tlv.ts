/** One field of an EMV QR: two digits of id, two of length, the value. */
export interface Tag {
  id: string;
  value: string;
}

const LONGEST = 99;

/** The fields one after another. Lengths count characters, so that only plain ASCII keeps them true in every reader. */
export function writeTlv(tags: readonly Tag[]): string {
  return tags
    .map(({ id, value }) => {
      if (!/^[\x20-\x7e]+$/.test(value) || value.length > LONGEST) throw new Error(`Tag ${id} cannot hold "${value}".`);
      return `${id}${String(value.length).padStart(2, '0')}${value}`;
    })
    .join('');
}

/** The fields of a text, or null when it is not made of fields from its first letter to its last or holds one twice. */
export function readTlv(text: string): Tag[] | null {
  const tags: Tag[] = [];
  for (let at = 0; at < text.length; ) {
    const head = /^(\d\d)(\d\d)/.exec(text.slice(at, at + 4));
    const [, id = '', length = ''] = head ?? [];
    const value = text.slice(at + 4, at + 4 + Number(length));
    if (!head || value === '' || value.length < Number(length) || tags.some((tag) => tag.id === id)) return null;
    tags.push({ id, value });
    at += 4 + value.length;
  }
  return tags.length > 0 ? tags : null;
}

export const valueIn = (tags: readonly Tag[] | null, id: string): string | null =>
  tags?.find((tag) => tag.id === id)?.value ?? null;
