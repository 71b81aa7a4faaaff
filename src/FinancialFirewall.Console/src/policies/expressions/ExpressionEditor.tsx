import { standardKeymap } from '@codemirror/commands';
import { completionKeymap } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { Echoes } from './echoes';
import { colouring, completion, fromForm, meanings, problemMark, problemTold, typing, vocabularyCame } from './editorParts';
import { editorTheme } from './editorTheme';
import type { Problem } from './useProblem';
import type { Vocabulary } from './vocabulary';

interface ExpressionEditorProps {
  label: string;
  value: string;
  problem: Problem | null;
  vocabulary: Vocabulary;
  onChange: (value: string) => void;
}

/**
 * An editor of conditions. It lives in a shadow tree, for there its styles are style sheets of scripts, which the page's Content-Security-Policy allows, and no
 * elements, which it does not. Undoing is the form's, so that one step back means the same everywhere.
 */
export default function ExpressionEditor({ label, value, problem, vocabulary, onChange }: ExpressionEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const now = useRef({ value, vocabulary, onChange });
  const echoes = useRef(new Echoes());
  useEffect(() => {
    now.current = { value, vocabulary, onChange };
  });

  useEffect(() => {
    const place = host.current;
    if (!place) return;
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
    const source = () => now.current.vocabulary;
    const made = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: now.current.value,
        extensions: [
          keymap.of([...completionKeymap, ...standardKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorState.changeFilter.of((change) => change.newDoc.length <= now.current.vocabulary.maximumLength),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged || update.transactions.some((one) => one.annotation(fromForm))) return;
            const text = update.state.doc.toString();
            echoes.current.expect(text);
            now.current.onChange(text);
          }),
          typing,
          editorTheme,
          colouring(source),
          completion(source),
          meanings(source),
          problemMark,
        ],
      }),
    });
    view.current = made;
    const expected = echoes.current;
    return () => {
      made.destroy();
      expected.forget();
    };
  }, [label]);

  useEffect(() => {
    const made = view.current;
    if (made && !echoes.current.take(value) && made.state.doc.toString() !== value) {
      made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: value }, selection: { anchor: value.length }, annotations: fromForm.of(true) });
    }
  }, [value]);

  useEffect(() => view.current?.dispatch({ effects: problemTold.of(problem) }), [problem]);

  useEffect(() => view.current?.dispatch({ effects: vocabularyCame.of(null) }), [vocabulary]);

  return (
    <div
      ref={host}
      onKeyDown={(event) => {
        // Escape that closed what was offered does not close the dialog too.
        if (event.key === 'Escape' && event.defaultPrevented) event.stopPropagation();
      }}
    />
  );
}
