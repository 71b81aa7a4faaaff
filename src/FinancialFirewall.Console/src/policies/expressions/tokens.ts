import { findWord, type Vocabulary } from './vocabulary';

/** What a piece of a condition is. */
export type TokenKind = 'TEXT' | 'NUMBER' | 'LIST' | 'NAME' | 'FUNCTION' | 'KEYWORD' | 'OTHER';

/** A piece of a condition, by its characters. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly kind: TokenKind;
}

const pattern = /(?<text>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|(?<list>@[\w.-]*)|(?<number>\d+(?:\.\d+)?[smhd]?)|(?<word>[A-Za-z_]\w*)|\$\{(?<member>\w*)\}/g;

/** The pieces of a condition that mean something by themselves; signs and spaces are left out. It colours, and judges nothing: that is the firewall's. */
export function tokensOf(text: string, vocabulary: Vocabulary): readonly Token[] {
  return [...text.matchAll(pattern)].map((found) => ({ from: found.index, to: found.index + found[0].length, kind: kindOf(found.groups ?? {}, vocabulary) }));
}

function kindOf(groups: Readonly<Record<string, string | undefined>>, vocabulary: Vocabulary): TokenKind {
  if (groups.text !== undefined) return 'TEXT';
  if (groups.list !== undefined) return 'LIST';
  if (groups.number !== undefined) return 'NUMBER';
  switch (findWord(vocabulary, groups.word ?? groups.member ?? '')?.kind) {
    case 'MEMBER':
    case 'VARIABLE':
      return 'NAME';
    case 'FUNCTION':
    case 'AGGREGATE':
      return 'FUNCTION';
    case 'KEYWORD':
      return 'KEYWORD';
    default:
      return 'OTHER';
  }
}
