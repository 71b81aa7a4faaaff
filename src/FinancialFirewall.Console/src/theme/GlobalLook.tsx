import GlobalStyles from '@mui/material/GlobalStyles';
import { colour, dark, light, variablesOf } from './tokens';

const styles = (
  <GlobalStyles
    styles={{
      ':root': { ...variablesOf(light), colorScheme: 'light' },
      '[data-scheme="dark"]': { ...variablesOf(dark), colorScheme: 'dark' },
      '*, *::before, *::after': { boxSizing: 'border-box' },
      body: {
        margin: 0,
        background: colour('canvas'),
        color: colour('text'),
        fontFamily: "'Inter Variable', system-ui, sans-serif",
        fontSize: '0.875rem',
        lineHeight: 1.5,
        WebkitFontSmoothing: 'antialiased',
      },
      'h1, h2, h3, p, dl, dd, ul, ol, figure': { margin: 0 },
      'time, .number, .figure': { fontVariantNumeric: 'tabular-nums' },
      ':focus-visible': { outline: `2px solid ${colour('accent')}`, outlineOffset: 2, borderRadius: 4 },
      '::selection': { background: colour('accentSoft') },
      'code, kbd, pre': { fontFamily: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace", fontSize: '0.92em' },
      '@media (prefers-reduced-motion: reduce)': { '*': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' } },
      '.visually-hidden': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clip: 'rect(0 0 0 0)', whiteSpace: 'nowrap' },
    }}
  />
);

/** What holds on the whole page. */
export const GlobalLook = () => styles;
