import { useState } from 'react';
import { parseDocument } from '../configurationText';
import type { JsonObject } from './document';
import type { Edit } from './editing';

/** A document as text beside the form: both say the same, but while the text is no JSON. */
export interface JsonText {
  readonly text: string;
  /** What is wrong with the text as JSON; empty where nothing is. */
  readonly problem: string;
  readonly write: (text: string) => void;
  /** Says that the document is changed elsewhere: the text follows it. */
  readonly follow: () => void;
}

export function useJsonText(document: JsonObject, change: (edit: Edit) => void): JsonText {
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null ? null : parseDocument(typed);
  const write = (text: string) => {
    setTyped(text);
    const read = parseDocument(text);
    if ('value' in read) change({ act: 'REPLACE', document: read.value as JsonObject });
  };
  return { text: typed ?? JSON.stringify(document, null, 2), problem: parsed && 'problem' in parsed ? parsed.problem : '', write, follow: () => setTyped(null) };
}
