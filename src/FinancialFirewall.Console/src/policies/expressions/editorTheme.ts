import { EditorView } from '@codemirror/view';
import { colour, hue } from '../../theme/tokens';

const code = 'ui-monospace, Menlo, Consolas, monospace';

/** The look of the editor, in whichever scheme is shown: colours are variables of the page. */
export const editorTheme = EditorView.theme({
  '&': { fontSize: '0.8125rem', color: colour('text'), backgroundColor: colour('surface'), border: `1px solid ${colour('lineStrong')}`, borderRadius: '7px', minHeight: '54px', maxHeight: '260px' },
  '&.cm-focused': { outline: `2px solid ${colour('accent')}`, outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: code, lineHeight: '1.5', overflow: 'auto' },
  '.cm-content': { padding: '7px 0', caretColor: colour('text') },
  '.cm-line': { padding: '0 10px' },
  '.ff-TEXT': { color: hue('good', 'text') },
  '.ff-NUMBER': { color: hue('serious', 'text') },
  '.ff-LIST': { color: hue('raisedUp', 'text') },
  '.ff-NAME': { color: hue('waiting', 'text') },
  '.ff-FUNCTION': { color: colour('accent') },
  '.ff-KEYWORD': { fontWeight: '650' },
  '.ff-problem': { textDecoration: `underline wavy ${hue('bad', 'mark')}`, textUnderlineOffset: '3px', backgroundColor: hue('bad', 'soft') },
  '.cm-tooltip': { backgroundColor: colour('raised'), color: colour('text'), border: `1px solid ${colour('lineStrong')}`, borderRadius: '8px', boxShadow: '0 8px 24px rgb(0 0 0 / .2)', zIndex: '2000' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: code, fontSize: '0.8125rem', maxHeight: '220px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: colour('accentSoft'), color: colour('text') },
  '.cm-completionDetail': { color: colour('textQuiet'), fontStyle: 'normal', marginLeft: '10px' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '650' },
  '.cm-tooltip.cm-completionInfo, .ff-hover': { padding: '7px 10px', maxWidth: '340px', fontFamily: 'inherit', fontSize: '0.75rem', whiteSpace: 'normal' },
  '.ff-hover code': { fontFamily: code, display: 'block', marginTop: '3px', color: colour('textQuiet') },
});
