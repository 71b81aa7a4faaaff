import { inWords } from './words';

/** The values that a factor saw, in words: `amount 12500, threshold 10000`. */
export function observedInWords(observed: unknown): string {
  if (observed === null || typeof observed !== 'object') {
    return '';
  }

  return Object.entries(observed as Record<string, unknown>)
    .map(([name, value]) => `${inWords(name).toLowerCase()} ${valueInWords(value)}`)
    .join(', ');
}

const valueInWords = (value: unknown): string =>
  value === null || value === undefined ? 'not there' : typeof value === 'object' ? JSON.stringify(value) : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value as string | number);
