import { invalidParam, missingParam, unknownParam } from './problem.js';

/** Reads one parameter; `param` is its name in Stripe's bracket form, `card[exp_month]`. Throws the Problem of a bad value. */
export interface Kind<T> {
  read(raw: unknown, param: string): T;
  readonly required?: true;
}
export type Spec = Record<string, Kind<unknown>>;
type TypeOf<K> = K extends Kind<infer T> ? T : never;
type RequiredNames<S extends Spec> = { [N in keyof S]: S[N] extends { required: true } ? N : never }[keyof S];

/** What a spec reads: required ones are there, the others perhaps. */
export type Values<S extends Spec> = { [N in RequiredNames<S>]: TypeOf<S[N]> } & {
  [N in Exclude<keyof S, RequiredNames<S>>]?: TypeOf<S[N]>;
};

export const required = <T>(kind: Kind<T>): Kind<T> & { required: true } => ({ read: kind.read, required: true });

/** Checks every parameter against the list: one that is not on it is refused, as Stripe refuses a typing mistake. */
export function readParams<S extends Spec>(spec: S, raw: Record<string, unknown>, within = ''): Values<S> {
  const named = (name: string) => (within ? `${within}[${name}]` : name);
  for (const name of Object.keys(raw)) if (!Object.hasOwn(spec, name)) throw unknownParam(named(name));
  const values: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(spec)) {
    const given = raw[name];
    if (given === undefined) {
      if (kind.required) throw missingParam(named(name));
      continue;
    }
    values[name] = kind.read(given, named(name));
  }
  return values as Values<S>;
}

/** Refuses a letter that PostgreSQL can neither hold in text nor read out of JSON, wherever it stands. */
export function refuseNul(raw: unknown, param = ''): void {
  if (typeof raw === 'string' && raw.includes('\0'))
    throw invalidParam(param, `Invalid string: ${JSON.stringify(raw)}`);
  if (typeof raw !== 'object' || raw === null) return;
  for (const [name, value] of Object.entries(raw)) {
    refuseNul(name, param || 'name');
    refuseNul(value, param ? `${param}[${name}]` : name);
  }
}

const string = (raw: unknown, param: string): string => {
  if (typeof raw !== 'string') throw invalidParam(param, `Invalid string: ${JSON.stringify(raw)}`);
  return raw;
};

/** Words that must not be empty. */
export const text = (max = 5000): Kind<string> => ({
  read(raw, param) {
    const value = string(raw, param);
    if (value === '') throw emptyParam(param);
    if (value.length > max) throw invalidParam(param, `Invalid string: must be at most ${max} characters`);
    return value;
  },
});

/** Words that an empty string unsets: read as null. */
export const clearable = (max = 5000): Kind<string | null> => ({
  read: (raw, param) => (raw === '' ? null : text(max).read(raw, param)),
});

/** An address for letters. Stripe looks at its form and no further. */
export const email = (max = 800): Kind<string> => ({
  read(raw, param) {
    const address = text(max).read(raw, param);
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return address;
    throw invalidParam(param, `Invalid email address: ${address}`, 'email_invalid');
  },
});

/** One that an empty string unsets. */
export const clearableEmail = (max = 800): Kind<string | null> => ({
  read: (raw, param) => (raw === '' ? null : email(max).read(raw, param)),
});

const emptyParam = (param: string) =>
  invalidParam(
    param,
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
    'parameter_invalid_empty',
  );

export const integer = (min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): Kind<number> => ({
  read(raw, param) {
    const value = string(raw, param);
    if (!/^-?\d{1,15}$/.test(value))
      throw invalidParam(param, `Invalid integer: ${value}`, 'parameter_invalid_integer');
    const read = Number(value);
    if (read < min) throw outOfRange(param, 'greater', min);
    if (read > max) throw outOfRange(param, 'less', max);
    return read;
  },
});

/** A number that need not be whole, as of a parcel's weight. */
export const decimal: Kind<number> = {
  read(raw, param) {
    const value = string(raw, param);
    if (!/^\d{1,9}(\.\d{1,6})?$/.test(value)) throw invalidParam(param, `Invalid decimal: ${value}`);
    return Number(value);
  },
};

const outOfRange = (param: string, way: string, bound: number) =>
  invalidParam(param, `This value must be ${way} than or equal to ${bound}.`, 'parameter_invalid_integer');

export const flag: Kind<boolean> = {
  read(raw, param) {
    if (raw === 'true') return true;
    if (raw === 'false') return false;
    throw invalidParam(param, `Invalid boolean: ${String(raw)}`);
  },
};

export const oneOf = <const T extends readonly string[]>(words: T): Kind<T[number]> => ({
  read(raw, param) {
    const found = words.find((word) => word === raw);
    if (found !== undefined) return found;
    throw invalidParam(param, `Invalid ${param}: must be one of ${orList(words)}`);
  },
});

const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`;

const isHash = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

export const hash = <S extends Spec>(spec: S): Kind<Values<S>> => ({
  read(raw, param) {
    if (!isHash(raw)) throw invalidParam(param, 'Invalid object');
    return readParams(spec, raw, param);
  },
});

/** A hash that is kept as it came, for options that change nothing here. */
export const anyHash: Kind<Record<string, unknown>> = {
  read(raw, param) {
    if (isHash(raw)) return raw;
    throw invalidParam(param, 'Invalid object');
  },
};

export const listOf = <T>(kind: Kind<T>): Kind<T[]> => ({
  read(raw, param) {
    // Past its limit the parser answers a hash with numbers as names; both are lists to Stripe.
    const items = isHash(raw) ? Object.values(raw) : raw;
    if (!Array.isArray(items)) throw invalidParam(param, 'Invalid array');
    return items.map((item, i) => kind.read(item, `${param}[${i}]`));
  },
});

/** A moment, or bounds for one: `created=5` or `created[gte]=5`. */
export const moments: Kind<{ gt?: number; gte?: number; lt?: number; lte?: number }> = {
  read(raw, param) {
    if (isHash(raw)) return readParams({ gt: integer(), gte: integer(), lt: integer(), lte: integer() }, raw, param);
    const exact = integer().read(raw, param);
    return { gte: exact, lte: exact };
  },
};

const MOST_KEYS = 50;

/** What changes in the metadata: `''` unsets a key, `null` as a whole unsets all. 50 keys of 40, values of 500 characters. */
export const metadata: Kind<Record<string, string> | null> = {
  read(raw, param) {
    if (raw === '') return null;
    if (!isHash(raw)) throw invalidParam(param, 'Invalid object');
    if (Object.keys(raw).length > MOST_KEYS) throw tooManyKeys(param);
    const pairs = Object.entries(raw).map(([key, value]) => {
      if (key.length > 40)
        throw invalidParam(param, `Metadata keys can have up to 40 characters, but '${key}' has more.`);
      const words = string(value, `${param}[${key}]`);
      if (words.length > 500) {
        throw invalidParam(
          `${param}[${key}]`,
          `Metadata values can have up to 500 characters, but you passed in a value that is ${words.length} characters.`,
        );
      }
      return [key, words] as const;
    });
    return Object.fromEntries(pairs);
  },
};

const tooManyKeys = (param: string) => invalidParam(param, `Metadata can have up to ${MOST_KEYS} keys.`);

/** The metadata after a change: merged, emptied keys gone. */
export function mergedMetadata(
  before: Record<string, string> | null,
  change: Record<string, string> | null | undefined,
): Record<string, string> {
  if (change === null) return {};
  const merged = Object.entries({ ...before, ...change }).filter(([, value]) => value !== '');
  if (merged.length > MOST_KEYS) throw tooManyKeys('metadata');
  return Object.fromEntries(merged);
}
