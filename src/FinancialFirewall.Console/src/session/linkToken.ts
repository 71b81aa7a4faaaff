/** The tenant that a link's token names: `ffo_demo_…` is one of `demo`; empty where it names none. */
export const tenantOfLink = (token: string): string => /^ff[oi]_([a-z0-9-]{1,40})_/.exec(token)?.[1] ?? '';
