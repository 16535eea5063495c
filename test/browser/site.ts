/** The routes of the app and which of them an address belongs to. */
export interface Site {
  patternOf(path: string): string | null;
  /** Patterns whose answer is a page. */
  pages: string[];
}

/** Answers of these are no pages: files, data, what machines ask, and the bare root of the provider's pages. */
const NO_PAGE =
  /\.(webp|svg|png|jpg|json|txt|webmanifest|csv|xlsx|js)$|^\/(assets|photos|health|healthz|readyz|webhooks)\b|^\/pay$/;

export async function readSite(url: string): Promise<Site> {
  const routes = (await (await fetch(`${url}/healthz/routes`)).json()) as Array<{ method: string; url: string }>;
  const patterns = routes.filter(({ method }) => method === 'GET').map((route) => route.url);
  // A word in an address is stronger than a name in its place: /products/new is no product.
  const byStrength = [...new Set(patterns)].sort((a, b) => names(a) - names(b));
  const matchers = byStrength.map((pattern) => ({ pattern, matcher: matcherOf(pattern) }));
  return {
    patternOf: (path) => matchers.find(({ matcher }) => matcher.test(path))?.pattern ?? null,
    pages: byStrength.filter((pattern) => !NO_PAGE.test(pattern)),
  };
}

const names = (pattern: string): number => pattern.split(':').length;

const matcherOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+').replace('*', '.*')}/?$`);
