type Row = { key: string; value: unknown };

/** Rows with dotted keys as one object: `returnDays.ordinary` and `returnDays.perishable` share `returnDays`. The last of two equal keys wins. */
export function assembleValues(rows: readonly Row[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { key, value } of rows) {
    const [group, name] = key.split('.');
    if (!group) continue;
    if (!name) values[group] = value;
    else values[group] = { ...(values[group] as Record<string, unknown> | undefined), [name]: value };
  }
  return values;
}
