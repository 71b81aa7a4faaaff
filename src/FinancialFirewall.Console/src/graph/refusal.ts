/** One reason why the firewall refused something. */
export interface Reason {
  readonly code: string;
  readonly member: string;
  readonly message: string;
}

/** What the firewall refused, in its own words. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    message: string,
    readonly code: string,
    readonly status: number,
    readonly reasons: readonly Reason[],
  ) {
    super(message);
  }

  /** What is wrong with one member of what was sent; empty where nothing is. */
  of(member: string): string {
    return this.reasons
      .filter((reason) => reason.member === member)
      .map((reason) => reason.message)
      .join(' ');
  }
}

/** Nobody answered: the firewall or the way to it is down. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor() {
    super('The firewall does not answer. Your connection may be down, or it is being restarted.');
  }
}

interface WireError {
  message?: string;
  code?: string;
  extensions?: { code?: string; status?: number; member?: string; errors?: WireReason[] };
}

interface WireReason {
  code?: string;
  member?: string;
  message?: string;
}

/** A reason of an answer. A member of a document is pointed at (`/priority`), one of a request is named. */
const reasonOf = (wire: WireReason): Reason => ({ code: wire.code ?? '', member: (wire.member ?? '').replace(/^\//, ''), message: wire.message ?? '' });

/** A refusal by the errors of a GraphQL answer. */
export function refusalOf(errors: readonly unknown[]): Refusal {
  const leading = (errors[0] ?? {}) as WireError;
  const { code = 'UNKNOWN', status = 400, errors: reasons = [] } = leading.extensions ?? {};
  return new Refusal(leading.message ?? 'The firewall refused this without a reason.', code, status, reasons.map(reasonOf));
}

/** A refusal by problem details (RFC 9457), as REST gives them. */
export function refusalOfProblem(problem: unknown, status: number): Refusal {
  const wire = (problem ?? {}) as { detail?: string; title?: string; code?: string; errors?: WireReason[] };
  const reasons = (wire.errors ?? []).map(reasonOf);
  const message = reasons.map((reason) => reason.message).join(' ') || wire.detail || wire.title || `The firewall answered ${status}.`;
  return new Refusal(message, wire.code ?? reasons[0]?.code ?? 'UNKNOWN', status, reasons);
}

/** What went wrong, unless all of it is said beside the fields of these members. */
export const besides = (error: Error | undefined, ...members: string[]): Error | undefined =>
  error instanceof Refusal && error.reasons.length > 0 && error.reasons.every((reason) => members.includes(reason.member)) ? undefined : error;

/** What to tell a person about anything that went wrong. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
