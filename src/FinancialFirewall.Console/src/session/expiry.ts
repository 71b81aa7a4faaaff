let onExpiry: () => void = () => undefined;
let onDoubt: () => void = () => undefined;

/** Says what is done when a session has ended, and when it may have. */
export function whenSessionEnds(expired: () => void, doubted: () => void): void {
  onExpiry = expired;
  onDoubt = doubted;
}

/** The session has ended: somebody has to sign in again. */
export const sessionExpired = (): void => onExpiry();

/** The session may have ended: somebody should look. */
export const checkSession = (): void => onDoubt();
