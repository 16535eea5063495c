import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';
import { bareHelpers } from './bare-helpers.js';
import { type Catalogues, LANGUAGES, type Language, type Params } from './i18n.js';
import { inlinePartials } from './inline-partials.js';
import { putWords } from './template-words.js';
import { helpers } from './view-helpers.js';

/** What a layout knows of the request, reached as `@page.…` in every template. */
export interface PageContext {
  language: Language;
  path: string;
  /** Where the reader found us, for what must be a whole address: the picture beside a link in a chat. */
  origin: string;
  /** `marker` tells one session's pages from another's; `phoneKey` names whose typed words a phone keeps. */
  person: { name: string; roles: string[]; marker: string; phoneKey: string } | null;
  csrf: string | null;
  flash: { tone: string; text: string } | null;
  slots: Record<string, string>;
  requestId: string;
  asset: (name: string) => string;
}

type Template = (data: unknown, options: { data: Record<string, unknown> }) => string;

/**
 * All templates, compiled at the start and once a language: a `{{t "key"}}` is then plain text in the compiled page, which is where
 * half the time of a list of goods would go.
 */
export class Views {
  private readonly templates = new Map<string, Template>();

  constructor(
    folder: string,
    private readonly catalogues: Catalogues,
  ) {
    const sources = readTemplates(folder);
    for (const language of LANGUAGES) this.compile(language, sources);
  }

  /** The page `view` inside the layout that its data names (`layout`, by default `page`). */
  render(view: string, data: Record<string, unknown>, context: PageContext): string {
    const options = { data: { page: context, root: data } };
    const body = this.template(context.language, view)(data, options);
    const layout = typeof data.layout === 'string' ? data.layout : 'page';
    return this.template(context.language, `layouts/${layout}`)({ ...data, body, heading: headingOf(body) }, options);
  }

  /** One partial without a layout: what fills a slot of somebody else's page. */
  fragment(view: string, data: Record<string, unknown>, context: Pick<PageContext, 'language' | 'csrf'>): string {
    return this.template(context.language, view)(data, { data: { page: context, root: data } });
  }

  private template(language: Language, view: string): Template {
    const template = this.templates.get(`${language}:${view}`);
    if (!template) throw new Error(`There is no view ${view}.`);
    return template;
  }

  private compile(language: Language, sources: Map<string, string>): void {
    const engine = Handlebars.create();
    engine.registerHelper(helpers(language));
    engine.registerHelper('t', (key: string, options: Handlebars.HelperOptions) =>
      this.catalogues.say(language, key, options.hash as Params),
    );
    // A key that arrives with the data, with the values that came beside it.
    engine.registerHelper('sayKey', (key: string, params: Params) => this.catalogues.say(language, key, params));
    // Whatever is not a helper is a value: without this each value is first looked for among the helpers.
    const knownHelpers = Object.fromEntries(Object.keys(engine.helpers).map((name) => [name, true]));
    const words = this.catalogues.in(language);
    for (const [name, source] of sources) {
      const isHelper = (helper: string) => helper in knownHelpers;
      const [called] = bareHelpers(engine.parse(source), isHelper);
      if (called)
        throw new Error(`views/${name}.hbs: {{${called}}} calls the helper; the field is {{this.${called}}}.`);
      const tree = putWords(inlinePartials(engine.parse(source), sources), words, isHelper);
      const template = engine.compile(tree, { preventIndent: true, knownHelpers, knownHelpersOnly: true });
      if (name.startsWith('partials/')) engine.registerPartial(name.slice('partials/'.length), template);
      this.templates.set(`${language}:${name}`, template as Template);
    }
  }
}

/** A page's title in the tab is its heading, already escaped and without the marks in it; a page that has none keeps the plain name. */
function headingOf(body: string): string {
  const [, heading = ''] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body) ?? [];
  return heading.replace(/<[^>]*>/g, '').trim();
}

function readTemplates(folder: string): Map<string, string> {
  const sources = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.hbs')) continue;
    const file = join(entry.parentPath, entry.name);
    sources.set(relative(folder, file).slice(0, -'.hbs'.length), readFileSync(file, 'utf8'));
  }
  return sources;
}
