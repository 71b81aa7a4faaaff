let token = '';

/** What each request of this page carries, to show that it is ours; empty while nobody is signed in. */
export const csrfToken = (): string => token;

/** Remembers it for this page alone. */
export function keepCsrfToken(value: string): void {
  token = value;
}
