import { createContext } from 'react';
import { graphql, type ResultOf } from '../../graph/graphql';

/** What conditions can say, as the firewall tells it. */
export const vocabularyDocument = graphql(`
  query ExpressionVocabulary($draft: UUID) {
    expressionVocabulary(draft: $draft) { words { name kind type form meaning } lists { name kind member } maximumLength }
  }
`);

/** Every word of the rule language, and the lists. */
export type Vocabulary = ResultOf<typeof vocabularyDocument>['expressionVocabulary'];

/** A word of the rule language. */
export type Word = Vocabulary['words'][number];

/** A vocabulary that is not there yet: conditions can be written all the same. */
export const noVocabulary: Vocabulary = { words: [], lists: [], maximumLength: 4_096 };

/** What the conditions of one document can say, and the draft that they are in. */
export const WritingContext = createContext<{ readonly vocabulary: Vocabulary; readonly draft: string | null }>({ vocabulary: noVocabulary, draft: null });

/** The word of a name; keywords in upper or lower case, all others as they are. */
export const findWord = (vocabulary: Vocabulary, name: string): Word | undefined =>
  vocabulary.words.find((word) => word.name === name && word.kind !== 'KEY') ?? vocabulary.words.find((word) => word.kind === 'KEYWORD' && word.name.toLowerCase() === name.toLowerCase());

const typeNames = { NUMBER: 'number', TEXT: 'text', TRUTH: 'truth', TIME: 'time', DURATION: 'duration', LIST: 'list' } as const;

/** The type of a word, in words; empty where it has none. */
export const typeInWords = (word: Word): string => (word.type ? typeNames[word.type] : '');
