import type { ConnectModel } from '../rules/connect.js';
import type { FeeTable } from '../rules/fees.js';
import type { Account } from '../store/accounts.js';
import type { Db, Tx } from '../store/store.js';
import type { TypeName } from './object-types.js';
import type { Spec, Values } from './params.js';
import type { Problem } from './problem.js';

/** Who reads, and when by the account's clock (seconds). */
export interface Reading {
  db: Db;
  account: Account;
  now: number;
}

/** Who changes something: a request, a tap on a hosted page, a trainer's control. `request` is null for the last two. */
export interface Acting extends Reading {
  tx: Tx;
  request: {
    id: string;
    idempotencyKey: string | null;
    /** The version of the API that the request asked for; null is the account's own. */
    version: string | null;
  } | null;
  fees: FeeTable;
  connectModel: ConnectModel;
  /** The address that people's browsers reach, without a slash at the end. */
  appUrl: string;
  /** Tells whoever delivers webhooks that there is something to send, once it is committed. */
  wake: () => void;
  /** Tells whoever keeps the time that something will be due at `at` (seconds of the account's clock), once it is committed. */
  expect: (at: number) => void;
}

interface Asked<P> {
  params: P;
  /** The object's id in the URL; empty when there is none. */
  id: string;
  /** The id of the object that the URL's object is a part of, as of a transfer's reversal; empty when there is none. */
  within: string;
}
export type Asking<P> = Reading & Asked<P>;
export type Changing<P> = Acting & Asked<P>;

/** What an endpoint answers: the body for 200, or a Problem whose effects are kept. */
export type Answer = object | Problem;

/** One line of the table that is the API. `answers` says of what type the body is, so that `expand[]` can be checked beforehand. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  answers: TypeName | 'account_link' | 'balance' | 'deleted';
  list: boolean;
  /** A search, which tells how many there are in all when `total_count` is expanded. */
  counted?: true;
  params: Spec;
  run(call: Changing<never>): Promise<Answer>;
}

type Answers = Endpoint['answers'];

export const read = <S extends Spec>(
  path: string,
  answers: Answers,
  params: S,
  run: (call: Asking<Values<S>>) => Promise<Answer>,
): Endpoint => ({ method: 'GET', path, answers, list: false, params, run: run as Endpoint['run'] });

export const readList = <S extends Spec>(
  path: string,
  answers: TypeName,
  params: S,
  run: (call: Asking<Values<S>>) => Promise<Answer>,
): Endpoint => ({ method: 'GET', path, answers, list: true, params, run: run as Endpoint['run'] });

export const change = <S extends Spec>(
  path: string,
  answers: Answers,
  params: S,
  run: (call: Changing<Values<S>>) => Promise<Answer>,
): Endpoint => ({ method: 'POST', path, answers, list: false, params, run: run as Endpoint['run'] });

export const remove = (path: string, run: (call: Changing<object>) => Promise<Answer>): Endpoint => ({
  method: 'DELETE',
  path,
  answers: 'deleted',
  list: false,
  params: {},
  run: run as Endpoint['run'],
});
