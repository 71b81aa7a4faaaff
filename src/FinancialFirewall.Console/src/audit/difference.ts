/** A member that was changed. */
export interface Difference {
  readonly member: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A value that is not there, and an object or a list without members, have no leaves. */
function leavesOf(value: unknown, path: string, leaves: Map<string, string>): Map<string, string> {
  if (value !== null && typeof value === 'object') {
    Object.entries(value).forEach(([name, one]) => leavesOf(one, path === '' ? name : `${path}.${name}`, leaves));
  } else if (value !== null && value !== undefined) {
    leaves.set(path, String(value));
  }

  return leaves;
}

/** What differs between two states of something, member by member. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const old = leavesOf(before, '', new Map());
  const now = leavesOf(after, '', new Map());
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((member) => old.get(member) !== now.get(member))
    .map((member) => ({ member, before: old.get(member) ?? null, after: now.get(member) ?? null }));
}
