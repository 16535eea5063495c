/** The id of one generation of a sandbox, which its commercial rows carry and its ids begin with. */
export const generationId = (sandboxId: string, generation: number): string => `${sandboxId}.${generation}`;

/** The sandbox of such an id. */
export const sandboxOf = (market: string): string => market.slice(0, market.lastIndexOf('.'));

/** What a reader of a market sees: its own rows and those of the edition beneath it, which is made once and never reset. */
export const scopeOf = (market: string, editionId: string | null): readonly string[] =>
  editionId ? [market, generationId(editionId, 1)] : [market];
