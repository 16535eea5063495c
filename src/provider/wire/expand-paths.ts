import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';
import type { Endpoint } from './endpoint.js';
import { EXPANDABLE, type Expansion } from './expandable.js';
import { invalidParam, type Problem } from './problem.js';

const DEPTH = 4;

/** Why these paths cannot be expanded on what the endpoint answers, or null. Asked before anything is done. */
export function whyNotExpand(
  endpoint: Pick<Endpoint, 'answers' | 'list' | 'counted'>,
  paths: readonly string[],
): Problem | null {
  for (const path of paths) {
    if (endpoint.counted && path === 'total_count') continue;
    const steps = path.split('.');
    if (steps.length > DEPTH) {
      return invalidParam('expand', `You cannot expand more than ${DEPTH} levels of a property. Property: ${path}`);
    }
    const inside = endpoint.list && steps[0] === 'data' ? steps.slice(1) : steps;
    if (endpoint.list && steps[0] !== 'data') {
      return refusal(path, ` You may want to try expanding 'data.${path}' instead.`);
    }
    const stop = stopOf([endpoint.answers], inside);
    if (stop === 'no_object') return refusal(path);
    if (stop === 'nothing')
      return invalidParam('expand', `This property cannot be expanded because it doesn't exist: ${path}.`);
  }
  return null;
}

const refusal = (path: string, hint = '') =>
  invalidParam('expand', `This property cannot be expanded (${path}).${hint}`);

const Properties = z.strictObject({ properties: z.record(z.string(), z.array(z.string())) });
const { properties } = readSeedFile('provider/properties.yaml', Properties);

type Stop = 'nothing' | 'no_object' | null;

/** Why the way of steps from one of the types comes to no object: there is nothing of that name, or it is no object. Null when it arrives. */
function stopOf(types: readonly string[], steps: readonly string[]): Stop {
  const [step, ...rest] = steps;
  if (step === undefined) return null;
  const stops = types.map((type): Stop => {
    const to = EXPANDABLE[type]?.[step];
    if (to) return stopWithin(to, rest);
    return properties[type]?.includes(step) ? 'no_object' : 'nothing';
  });
  if (stops.includes(null)) return null;
  return stops.includes('no_object') ? 'no_object' : 'nothing';
}

function stopWithin(to: Expansion, rest: readonly string[]): Stop {
  if ('listOf' in to) {
    if (rest.length === 0) return null;
    return rest[0] === 'data' ? stopOf([to.listOf], rest.slice(1)) : 'nothing';
  }
  if (!('within' in to)) return stopOf(to, rest);
  const [name, ...further] = rest;
  const inside = name === undefined ? undefined : to.within[name];
  return inside ? stopOf(inside, further) : 'no_object';
}

/** Paths as a tree: ['a', 'a.b', 'c'] -> {a: {b: {}}, c: {}}. */
export interface Tree {
  [step: string]: Tree;
}
export function treeOf(paths: readonly string[]): Tree {
  const tree: Tree = {};
  for (const path of paths) {
    let at = tree;
    for (const step of path.split('.')) {
      at[step] ??= {};
      at = at[step];
    }
  }
  return tree;
}
