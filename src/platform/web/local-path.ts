/** A path on this host with its query, or null: `//elsewhere` and `/\elsewhere` would be another host, and a cookie or a field may say anything. */
export const localPath = (text: unknown): string | null =>
  typeof text === 'string' && text.length <= 500 && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : null;
