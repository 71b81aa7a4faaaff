const key = 'ff-tenants';

/** How many tenants are remembered. */
const maximum = 5;

/** The tenants that somebody signed in to from this browser, the latest first. */
export const knownTenants = (): readonly string[] => (localStorage.getItem(key) ?? '').split(' ').filter(Boolean);

/** Remembers a tenant, before the others. */
export const keepTenant = (tenant: string): void => localStorage.setItem(key, latestFirst(tenant, knownTenants()).join(' '));

/** A tenant before the others, each once. */
export const latestFirst = (tenant: string, known: readonly string[]): readonly string[] => [tenant, ...known.filter((one) => one !== tenant)].slice(0, maximum);
