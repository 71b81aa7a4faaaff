import { inWords } from '../assessments/words';
import type { HueName } from '../theme/tokens';
import type { ListImport, RiskList } from './documents';

/** What people call what an entry of a list does. */
export const kindLook: Readonly<Record<RiskList['kind'], readonly [name: string, hue: HueName, does: string]>> = {
  BLOCK: ['Blocks', 'bad', 'A payment that holds one of its values is rejected.'],
  ALLOW: ['Allows', 'good', 'A payment that holds one of its values is approved, unless a mandatory list holds it.'],
  WATCH: ['Watched', 'waiting', 'Does nothing by itself: rules ask for it.'],
};

/** What people call how an import stands. */
export const importLook: Readonly<Record<ListImport['status'], readonly [name: string, hue: HueName]>> = {
  READING: ['Being read', 'waiting'],
  PUBLISHING: ['Being put in force', 'waiting'],
  DONE: ['Done', 'good'],
  REFUSED: ['Refused', 'bad'],
  CANCELLED: ['Cancelled', 'neutral'],
  ABANDONED: ['Broken off', 'neutral'],
};

/** Whether an import can still change something. */
export const isUnderWay = (one: Pick<ListImport, 'status'>): boolean => one.status === 'READING' || one.status === 'PUBLISHING';

/** What a list watches, in words. */
export const memberInWords = (member: string | null): string => (member === null ? 'Any text, by rules' : inWords(member));

/** The members that lists mostly watch; every other text of a payment will do as well. */
export const usualMembers = ['fromAccountNumber', 'toAccountNumber', 'customerId', 'deviceId', 'ipAddress', 'cardToken', 'merchantId', 'debtorName', 'creditorName', 'fromCountry', 'toCountry', 'country', 'debtorAgent', 'creditorAgent'] as const;

/** The values that were written, one a line, without those that are empty. */
export const valuesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
