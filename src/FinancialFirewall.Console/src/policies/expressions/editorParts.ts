import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { Annotation, StateEffect, StateField, type Extension, type Range } from '@codemirror/state';
import { Decoration, EditorView, hoverTooltip, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { offersAt, wordUnder, type Offer } from './completion';
import { tokensOf } from './tokens';
import type { Problem } from './useProblem';
import { findWord, typeInWords, type Vocabulary } from './vocabulary';

/** Where the vocabulary is asked for: it may come after the editor. */
export type VocabularySource = () => Vocabulary;

/** Marks what the form has put into the editor: a step that was taken back, another document. */
export const fromForm = Annotation.define<boolean>();

/**
 * Takes what is typed as a change of the text. Left to the browser, it is put into the page with the look of what it replaces, as an inline style, which the
 * page's Content-Security-Policy refuses aloud.
 */
export const typing: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || !event.data || event.isComposing || !event.cancelable) {
      return false;
    }

    event.preventDefault();
    view.dispatch(view.state.update(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true }));
    return true;
  },
});

/** Says that the vocabulary has come, and colours are to be given anew. */
export const vocabularyCame = StateEffect.define<null>();

/** Colours the pieces of a condition. */
export const colouring = (source: VocabularySource): Extension =>
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = this.colour(view);
      }

      update(update: ViewUpdate): void {
        if (update.docChanged || update.transactions.some((one) => one.effects.some((effect) => effect.is(vocabularyCame)))) {
          this.decorations = this.colour(update.view);
        }
      }

      private colour(view: EditorView): DecorationSet {
        const marks: Range<Decoration>[] = tokensOf(view.state.doc.toString(), source()).map((token) => Decoration.mark({ class: `ff-${token.kind}` }).range(token.from, token.to));
        return Decoration.set(marks);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );

/** Says where a condition is wrong; null where it is not. */
export const problemTold = StateEffect.define<Problem | null>();

/** The mark under the word that is wrong. */
export const problemMark: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const told = transaction.effects.find((effect) => effect.is(problemTold));
    return told ? markOf(told.value, transaction.newDoc.length) : marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** What is missing at the end is marked under the last character. */
function markOf(problem: Problem | null, length: number): DecorationSet {
  if (!problem || length === 0) {
    return Decoration.none;
  }

  const from = Math.min(problem.offset, length - 1);
  return Decoration.set([Decoration.mark({ class: 'ff-problem' }).range(from, Math.min(length, Math.max(from + 1, problem.offset + problem.length)))]);
}

/** Offers what fits, with type and meaning. */
export const completion = (source: VocabularySource): Extension =>
  autocompletion({
    icons: false,
    override: [
      (context: CompletionContext): CompletionResult | null => {
        const found = offersAt(context.state.doc.toString(), context.pos, source(), context.explicit);
        return found && { from: found.from, options: found.offers.map(completionOf), validFor: /^@?[\w.-]*$/ };
      },
    ],
  });

function completionOf({ label, detail, info, insert }: Offer): Completion {
  const place = insert?.indexOf('|') ?? -1;
  return {
    label,
    detail,
    info,
    ...(insert === undefined
      ? {}
      : {
          apply: (view: EditorView, _: Completion, from: number, to: number) =>
            view.dispatch({ changes: { from, to, insert: insert.replace('|', '') }, selection: { anchor: from + place }, userEvent: 'input.complete' }),
        }),
  };
}

/** Says what a word means while somebody points at it. */
export const meanings = (source: VocabularySource): Extension =>
  hoverTooltip((view, at) => {
    const word = wordUnder(view.state.doc.toString(), at);
    const told = word && tellOf(word.name, source());
    return told ? { pos: word.from, end: word.to, above: true, create: () => ({ dom: told }) } : null;
  });

function tellOf(name: string, vocabulary: Vocabulary): HTMLElement | null {
  const list = name.startsWith('@') ? vocabulary.lists.find((one) => `@${one.name}` === name) : undefined;
  const word = findWord(vocabulary, name);
  if (!list && !word) {
    return null;
  }

  const told = document.createElement('div');
  told.className = 'ff-hover';
  const title = told.appendChild(document.createElement('strong'));
  title.textContent = list ? `${name} · list` : word ? [word.name, typeInWords(word)].filter(Boolean).join(' · ') : '';
  told.appendChild(document.createElement('div')).textContent = list ? (list.member ? `Values of ${list.member}.` : 'It fits any text.') : (word?.meaning ?? '');
  if (word && word.form !== word.name) {
    told.appendChild(document.createElement('code')).textContent = word.form;
  }

  return told;
}
