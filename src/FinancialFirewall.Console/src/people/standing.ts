import type { HueName } from '../theme/tokens';
import type { Person, Role } from './documents';

/** What people call how somebody stands. */
export const standingLook: Readonly<Record<Person['status'], readonly [name: string, hue: HueName]>> = {
  INVITED: ['Invited', 'waiting'],
  ACTIVE: ['Active', 'good'],
  LOCKED: ['Locked', 'bad'],
};

/** What a person can be, with what that means. Programs alone are services: they come with keys. */
export const personRoles: readonly (readonly [Role, string])[] = [
  ['OWNER', 'answers for the tenant: people, keys, settings, rules'],
  ['RISK_MANAGER', 'answers for rules, toggles and lists, and reviews'],
  ['ANALYST', 'reads, and decides what waits for a person'],
  ['AUDITOR', 'reads everything, the audit log too, and changes nothing'],
  ['OPERATOR', 'keeps the machine going, and sees no payments'],
];

/** The people in the order in which they are shown: who can sign in first, then by name. */
export const inOrder = (people: readonly Person[]): Person[] => {
  const rank = { ACTIVE: 0, INVITED: 1, LOCKED: 2 } as const;
  return [...people].sort((a, b) => rank[a.status] - rank[b.status] || a.name.localeCompare(b.name));
};

/** Whether an invitation, or a link to a new password, is out and still good. */
export const hasOpenLink = (person: Person, now: number): boolean => person.linkExpiresAt !== null && Date.parse(person.linkExpiresAt) > now;

/** What can be done about somebody. */
export const actsFor = (person: Person): readonly ('LINK' | 'LOCK' | 'UNLOCK' | 'RESET_FACTOR')[] => [
  ...(person.status === 'LOCKED' ? (['UNLOCK'] as const) : (['LINK', 'LOCK'] as const)),
  ...(person.hasSecondFactor ? (['RESET_FACTOR'] as const) : []),
];
