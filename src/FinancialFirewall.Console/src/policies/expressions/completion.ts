import { tokensOf } from './tokens';
import { typeInWords, type Vocabulary, type Word } from './vocabulary';

/** Something that fits where somebody writes. */
export interface Offer {
  readonly label: string;
  /** What is put there, where it is not the label; the cursor goes to the place of `|`. */
  readonly insert?: string;
  readonly kind: 'member' | 'function' | 'keyword' | 'list' | 'window';
  /** A few words beside it. */
  readonly detail: string;
  readonly info: string;
}

/** What fits at a place, and from where on it replaces what stands there. */
export interface Offers {
  readonly from: number;
  readonly offers: readonly Offer[];
}

/** The windows that people mean most often. */
const windows = ['10m', '1h', '24h', '7d', '30d'] as const;

const overNumbers = ['sum', 'average', 'min', 'max'];

/** What fits behind a text that is being written; null inside a text in quotes, and where nothing was begun. */
export function offersAt(text: string, at: number, vocabulary: Vocabulary, isAsked: boolean): Offers | null {
  const before = text.slice(0, at);
  if (tokensOf(before, vocabulary).some((token) => token.kind === 'TEXT' && token.to === at && !isClosed(before.slice(token.from, token.to)))) {
    return null;
  }

  const list = /@[\w.-]*$/.exec(before);
  if (list) {
    return { from: list.index, offers: vocabulary.lists.map((one) => ({ label: `@${one.name}`, kind: 'list', detail: one.kind.toLowerCase(), info: one.member ? `A list of values of ${one.member}.` : 'A list that fits any text.' })) };
  }

  const begun = /[A-Za-z_]\w*$/.exec(before)?.[0] ?? '';
  const from = at - begun.length;
  const ahead = before.slice(0, from);
  if (begun === '' && !isAsked && !/[(,]\s*$|\bby\s+$/i.test(ahead)) {
    return null;
  }

  return { from, offers: fitting(ahead, vocabulary) };
}

const isClosed = (quoted: string): boolean => quoted.length > 1 && quoted.at(-1) === quoted[0] && !/(^|[^\\])(\\\\)*\\.$/.test(quoted);

/** What fits behind what is written: a key behind `by`, an argument in a function, and else any value or word. */
function fitting(ahead: string, vocabulary: Vocabulary): readonly Offer[] {
  const all = (kinds: readonly Word['kind'][], types?: readonly Word['type'][]) => vocabulary.words.filter((word) => kinds.includes(word.kind) && (!types || types.includes(word.type))).map(offerOf);
  if (/\bby\s+$/i.test(ahead)) {
    return all(['KEY']);
  }

  const call = /(\w+)\(\s*$/.exec(ahead)?.[1];
  if (call === 'count') {
    return [{ label: 'payments', kind: 'keyword', detail: '', info: 'A count counts payments.' }];
  }

  if (call !== undefined && overNumbers.includes(call)) {
    return all(['MEMBER'], ['NUMBER']);
  }

  if (call === 'hour' || call === 'weekday') {
    return all(['MEMBER', 'VARIABLE'], ['TIME']);
  }

  if (call === 'distinct' || call === 'last') {
    return all(['MEMBER']);
  }

  if (/\b(count|sum|average|min|max|distinct|last)\([^(),]*,\s*$/.test(ahead)) {
    return windows.map((window) => ({ label: window, kind: 'window', detail: 'window', info: 'The time that is looked back; at most 90d.' }));
  }

  return all(['MEMBER', 'VARIABLE', 'FUNCTION', 'AGGREGATE', 'KEYWORD']);
}

function offerOf(word: Word): Offer {
  const isCall = word.kind === 'FUNCTION' || word.kind === 'AGGREGATE';
  const inside = word.name === 'count' ? 'payments, |' : '|';
  return {
    label: word.name,
    ...(isCall ? { insert: `${word.name}(${inside})` } : {}),
    kind: isCall ? 'function' : word.kind === 'KEYWORD' || word.kind === 'KEY' ? 'keyword' : 'member',
    detail: typeInWords(word),
    info: word.form === word.name ? word.meaning : `${word.meaning} ${word.form}`,
  };
}

/** The word under a place, and where it stands; null where there is none. */
export function wordUnder(text: string, at: number): { readonly from: number; readonly to: number; readonly name: string } | null {
  for (const found of text.matchAll(/@?[A-Za-z_][\w.-]*/g)) {
    if (found.index <= at && at <= found.index + found[0].length) {
      return { from: found.index, to: found.index + found[0].length, name: found[0] };
    }
  }

  return null;
}
