import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Renderer } from '../platform/web/renderer.js';
import type { KeptForm, KeptForms } from './kept-forms.service.js';
import { refilled } from './refill.js';

/** On the page of a form that was kept, puts what she had typed into its fields. She looks at it and sends it herself. */
export function giveFormsBack(fastify: FastifyInstance, forms: KeptForms, renderer: Renderer): void {
  fastify.addHook('onRequest', async (request) => {
    const { kept } = request.query as { kept?: unknown };
    if (request.method !== 'GET' || !request.person || typeof kept !== 'string') return;
    const form = await forms.find(kept.slice(0, 40), request.person.id);
    if (form) request.finish = (html) => refilled(html, { ...form, above: above(form, request, renderer) });
  });
}

function above({ fields }: KeptForm, request: FastifyRequest, renderer: Renderer) {
  const say = (isFilled: boolean) =>
    renderer.fragment('partials/kept-form', { isFilled, texts: isFilled ? [] : texts(fields) }, request);
  return { filled: say(true), missing: say(false) };
}

/** What a person typed, as far as it can be told without the form: no keys, no numbers of rows. */
const texts = (fields: KeptForm['fields']): string[] =>
  Object.values(fields)
    .flat()
    .filter((text) => /\s|[ก-๙]/.test(text.trim()));
