import type { JsonObject } from './document';

/** Work that was left before it was saved. */
export interface KeptWork {
  readonly document: JsonObject;
  /** When it was left, in milliseconds since 1970. */
  readonly at: number;
}

/** The most pieces of work that are kept; the oldest is forgotten first. */
export const maximumKept = 20;

/**
 * Keeps unsaved work for as long as the page is open: over a session that ends, over a visit to another page. It holds secrets that were typed, and is therefore
 * written nowhere.
 */
export class WorkKeeper {
  private readonly works = new Map<string, KeptWork>();

  keep(key: string, document: JsonObject, at: number): void {
    this.works.delete(key);
    this.works.set(key, { document, at });
    for (const oldest of [...this.works.keys()].slice(0, Math.max(0, this.works.size - maximumKept))) {
      this.works.delete(oldest);
    }
  }

  find(key: string): KeptWork | undefined {
    return this.works.get(key);
  }

  forget(key: string): void {
    this.works.delete(key);
  }
}

/** The work that is kept in this page. */
export const keptWork = new WorkKeeper();

/** Which work it is: whose, in which tenant, on which configuration of which draft, as it stood when it was begun. */
export const workKey = (who: { tenantId: string; userId: string | null }, target: { draft: string | null; configuration: string | null; tag: string | null }): string =>
  [who.tenantId, who.userId ?? '', target.draft ?? '', target.configuration ?? '', target.tag ?? ''].join(' ');
