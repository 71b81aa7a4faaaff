import { formatMoment } from '../time/format';
import { inSentence } from './words';

/** The values that a factor saw, in words: `amount 12500, threshold 10000`. */
export function observedInWords(observed: unknown): string {
  if (observed === null || typeof observed !== 'object') {
    return '';
  }

  return Object.entries(observed as Record<string, unknown>)
    .map(([name, value]) => `${inSentence(name)} ${valueInWords(value)}`)
    .join(', ');
}

const isMoment = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));

function valueInWords(value: unknown): string {
  if (value === null || value === undefined) {
    return 'not there';
  }

  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }

  return isMoment(value) ? formatMoment(new Date(value)) : typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}
