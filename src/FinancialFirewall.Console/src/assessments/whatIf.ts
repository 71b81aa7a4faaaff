import type { Whole } from './documents';
import type { WhatIf } from './whatIfDocuments';

/** The members that can be asked about, by the names that REST gives them. */
export const askable = [
  'amount',
  'currency',
  'paymentType',
  'localInstrumentationCode',
  'clearingSystemCode',
  'toAccountNumber',
  'creditorName',
  'debtorName',
  'country',
  'fromCountry',
  'toCountry',
  'ipAddress',
  'deviceId',
  'userAgent',
  'merchantId',
  'merchantCategory',
  'channel',
  'entryMode',
  'description',
  'remittanceInformation',
  'initiatedAt',
] as const;

/** A member that can be asked about. */
export type Askable = (typeof askable)[number];

/** What members are to be; an empty text takes the member away. */
export type Wanted = Readonly<Partial<Record<Askable, string>>>;

/** A member as it is, as text. */
export function memberOf(assessment: Whole, member: Askable): string {
  const value: unknown = assessment.payment[member];
  return value === null || value === undefined ? '' : String(value as string | number);
}

/** The members that are to be others, as the firewall is asked. The amount goes as text, so that it stays exact. */
export function changesOf(assessment: Whole, wanted: Wanted): Record<string, string | null> {
  const changes = Object.entries(wanted).filter(([member, text]) => text.trim() !== memberOf(assessment, member as Askable));
  return Object.fromEntries(changes.map(([member, text]) => [member, text.trim() === '' ? null : text.trim()]));
}

/** What is wanted, but for one of it, which stays as it was. */
export const without = <T extends object>(wanted: T, one: keyof T): T => Object.fromEntries(Object.entries(wanted).filter(([name]) => name !== one)) as T;

/** A factor in both decisions; undefined where it did not hold. */
export interface ComparedFactor {
  readonly name: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** The factors of both decisions with their shares, those that differ first. */
export function comparedFactors({ before, after }: Pick<WhatIf, 'before' | 'after'>): readonly ComparedFactor[] {
  const names = [...new Set([...before.riskFactors, ...after.riskFactors].map((factor) => factor.name))];
  const shareIn = (decision: WhatIf['before'], name: string) => decision.riskFactors.find((factor) => factor.name === name)?.share;
  return names.map((name) => ({ name, before: shareIn(before, name), after: shareIn(after, name) })).sort((a, b) => Number(a.before === a.after) - Number(b.before === b.after));
}
