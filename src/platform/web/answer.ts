/** What a controller answers with; one interceptor turns it into HTML or a redirect. */
export class Page {
  constructor(
    readonly view: string,
    readonly data: Record<string, unknown>,
    readonly status: number,
  ) {}
}

/** After a POST: the browser is sent on by GET, so that reloading does nothing twice. */
export class SeeOther {
  constructor(
    readonly to: string,
    readonly flash: Flash | null,
  ) {}
}

/** A sentence shown once on the next page. `key` names it in the catalogues. */
export interface Flash {
  tone: 'success' | 'info' | 'warning';
  key: string;
  params?: Record<string, string | number>;
}

/** The page `views/<view>.hbs` with its data. */
export const page = (view: string, data: Record<string, unknown> = {}, status = 200): Page =>
  new Page(view, data, status);

export const seeOther = (to: string, flash: Flash | null = null): SeeOther => new SeeOther(to, flash);
export const success = (key: string, params?: Flash['params']): Flash => ({ tone: 'success', key, params });
