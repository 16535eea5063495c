import { invalidParam } from './problem.js';

export type Operator = ':' | '~' | '>' | '<' | '>=' | '<=';
export interface Clause {
  /** The path into the object: `['metadata', 'order']`. */
  path: string[];
  operator: Operator;
  /** Null asks whether it is absent. */
  value: string | null;
  not: boolean;
}
export interface Query {
  clauses: Clause[];
  join: 'AND' | 'OR';
}

const CLAUSE =
  /^\s*(-)?([a-z_0-9.]+)(?:\[(?:"([^"\]]*)"|'([^'\]]*)')\])?\s*(:|~|>=|<=|>|<)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(null\b|-?\d+))\s*/;
const NUMBERS = ['amount', 'created', 'payment_method_details.card.exp_month', 'payment_method_details.card.exp_year'];
const MOST_CLAUSES = 10;

/** Reads Stripe's search language: `status:"succeeded" AND -metadata["order"]:null AND amount>1000`. `fields` can be asked for. */
export function readQuery(text: string, fields: readonly string[]): Query {
  const clauses: Clause[] = [];
  const joins: string[] = [];
  let rest = text;
  for (;;) {
    const found = CLAUSE.exec(rest);
    if (!found) throw unreadable(text);
    clauses.push(clauseOf(found, fields));
    rest = rest.slice(found[0].length);
    if (rest === '') break;
    const join = /^(and|or)\s+/i.exec(rest);
    // Two clauses beside each other are both meant.
    joins.push(join?.[1]?.toUpperCase() ?? 'AND');
    rest = rest.slice(join?.[0].length ?? 0);
  }
  if (new Set(joins).size > 1) throw invalidParam('query', 'We do not support mixing AND and OR in the same query.');
  if (clauses.length > MOST_CLAUSES) {
    throw invalidParam('query', `We only support ${MOST_CLAUSES} clauses in a query.`);
  }
  return { clauses, join: joins[0] === 'OR' ? 'OR' : 'AND' };
}

function clauseOf(found: RegExpExecArray, fields: readonly string[]): Clause {
  const [, minus, name = '', double, single, operator = ':', inDouble, inSingle, bare] = found;
  const key = double ?? single;
  if (!fields.includes(name) || (name === 'metadata') !== (key !== undefined)) {
    throw invalidParam(
      'query',
      `Field \`${name}\` is an unsupported search field. Supported fields: ${fields.join(', ')}.`,
    );
  }
  if (!NUMBERS.includes(name) && operator !== ':' && operator !== '~') {
    throw invalidParam('query', `Operator \`${operator}\` cannot be used on the field \`${name}\`.`);
  }
  const quoted = inDouble ?? inSingle;
  if (operator === '~' && (quoted?.length ?? 0) < 3) {
    throw invalidParam('query', 'Substring queries need at least three characters.');
  }
  const value = quoted === undefined ? (bare === 'null' ? null : (bare ?? null)) : quoted.replace(/\\(.)/g, '$1');
  if (NUMBERS.includes(name) && value !== null && !/^-?\d{1,15}$/.test(value)) {
    throw invalidParam('query', `Field \`${name}\` takes whole numbers, not \`${value.slice(0, 50)}\`.`);
  }
  return {
    path: key === undefined ? name.split('.') : [name, key],
    operator: operator as Operator,
    value,
    not: minus === '-',
  };
}

const unreadable = (text: string) =>
  invalidParam(
    'query',
    `We were unable to parse your search query: ${text.slice(0, 200)}. Try using the format \`metadata["key"]:"value"\`.`,
  );
