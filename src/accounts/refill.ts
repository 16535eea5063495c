import { type CheerioAPI, load } from 'cheerio';
import type { Fields } from './kept-fields.js';

/** What a form is filled in again with, and what the page then says above it. */
export interface Refill {
  /** The path that the form was sent to. */
  action: string;
  fields: Fields;
  /** HTML for the top of the page: with the form found on it and filled in, and without it. */
  above: { filled: string; missing: string };
}

const forms = ($: CheerioAPI) => $('form[method=post]');
type Form = ReturnType<typeof forms>;
type Element = Form[number];

const NOT_TYPED = /^(hidden|submit|button|reset|image|file|password)$/;

/**
 * A page with the values of a form that was sent too late in their fields. Hidden fields stay the page's own: the form of before carried
 * the token of a session that is over.
 */
export function refilled(html: string, { action, fields, above }: Refill): string {
  const $ = load(html);
  const form = formFor($, action, fields);
  if (form) {
    for (const control of form.find('input, select, textarea').toArray()) fill($, control, fields);
    form.parents('details').attr('open', '');
    if (!form.attr('id')) form.attr('id', 'kept-form');
  }
  $('main').prepend(form ? above.filled.replace('#kept-form', `#${form.attr('id')}`) : above.missing);
  return $.html();
}

/** Of the forms that go there the one with the most of the fields: a list has many with one address. */
function formFor($: CheerioAPI, action: string, fields: Fields): Form | null {
  const goesThere = (form: Element): boolean =>
    [form, ...$(form).find('[formaction]').toArray()].some(
      (one) => pathOf($(one).attr('formaction') ?? $(one).attr('action')) === action,
    );
  const known = (form: Element): number =>
    $(form)
      .find('input, select, textarea')
      .toArray()
      .filter((control) => ($(control).attr('name') ?? '') in fields).length;
  const [best] = forms($)
    .toArray()
    .filter(goesThere)
    .sort((a, b) => known(b) - known(a));
  return best ? $(best) : null;
}

function fill($: CheerioAPI, control: Element, fields: Fields): void {
  const name = $(control).attr('name') ?? '';
  const type = $(control).attr('type') ?? 'text';
  const values = fields[name];
  if (type === 'checkbox' || type === 'radio') tick($, control, values, type);
  else if (!values || NOT_TYPED.test(type)) return;
  else if (control.name === 'select') select($, control, values);
  else write($, control, values[placeOf($, control, name)] ?? '');
}

function write($: CheerioAPI, control: Element, value: string): void {
  if (control.name === 'textarea') $(control).text(value);
  else $(control).attr('value', value);
}

/** The how-manieth of its name a field is. */
function placeOf($: CheerioAPI, control: Element, name: string): number {
  const all = $(control).closest('form').find(control.name).toArray();
  return all.filter((one) => $(one).attr('name') === name).indexOf(control);
}

/** A browser leaves out the boxes that were not ticked: what was not sent was empty. A choice that was not sent stays. */
function tick($: CheerioAPI, control: Element, values: string[] | undefined, type: string): void {
  if (type === 'radio' && !values) return;
  if (values?.includes($(control).attr('value') ?? 'on')) $(control).attr('checked', '');
  else $(control).removeAttr('checked');
}

function select($: CheerioAPI, control: Element, values: readonly string[]): void {
  for (const option of $(control).find('option').toArray()) {
    if (values.includes($(option).attr('value') ?? $(option).text())) $(option).attr('selected', '');
    else $(option).removeAttr('selected');
  }
}

const pathOf = (address: string | undefined): string => (address ?? '').split(/[?#]/)[0] ?? '';
