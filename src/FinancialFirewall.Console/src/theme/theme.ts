import { createTheme } from '@mui/material/styles';
import { colour, dark, light, type Tokens } from './tokens';

const paletteOf = (tokens: Tokens) => ({
  primary: { main: tokens.accent, contrastText: tokens.onAccent },
  error: { main: tokens.bad.text },
  warning: { main: tokens.caution.text },
  success: { main: tokens.good.text },
  info: { main: tokens.waiting.text },
  background: { default: tokens.canvas, paper: tokens.surface },
  text: { primary: tokens.text, secondary: tokens.textQuiet },
  divider: tokens.line,
});

/** The look of MUI's components: calm, dense, flat; lines instead of shadows. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-scheme', cssVarPrefix: 'mui' },
  colorSchemes: { light: { palette: paletteOf(light) }, dark: { palette: paletteOf(dark) } },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontSize: 14,
    h1: { fontSize: '1.375rem', fontWeight: 640, letterSpacing: '-0.018em', lineHeight: 1.3 },
    h2: { fontSize: '0.9375rem', fontWeight: 620, letterSpacing: '-0.008em', lineHeight: 1.4 },
    h3: { fontSize: '0.8125rem', fontWeight: 620, lineHeight: 1.4 },
    body1: { fontSize: '0.875rem', lineHeight: 1.55 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.5 },
    caption: { fontSize: '0.75rem', lineHeight: 1.45 },
    button: { textTransform: 'none', fontWeight: 560, letterSpacing: 0 },
  },
  transitions: { duration: { enteringScreen: 140, leavingScreen: 100, shortest: 90, shorter: 110, short: 130, standard: 150, complex: 180 } },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { '&.Mui-focusVisible': { outline: `2px solid ${colour('accent')}`, outlineOffset: 2 } } } },
    MuiButton: { defaultProps: { disableElevation: true, size: 'small' }, styleOverrides: { root: { padding: '5px 12px', minHeight: 34, borderRadius: 7, variants: [{ props: { variant: 'outlined', color: 'inherit' }, style: { borderColor: colour('lineStrong'), backgroundColor: colour('surface'), '&:hover': { backgroundColor: colour('sunken') } } }] } } },
    MuiToggleButton: { styleOverrides: { root: { borderColor: colour('lineStrong'), color: colour('textQuiet'), backgroundColor: colour('surface'), '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: colour('accentSoft'), color: colour('accent') } } } },
    MuiIconButton: { defaultProps: { size: 'small' }, styleOverrides: { root: { borderRadius: 7, padding: 7 } } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiDialog: { styleOverrides: { paper: { border: `1px solid ${colour('line')}`, backgroundColor: colour('raised'), boxShadow: '0 24px 64px rgb(0 0 0 / .28)', borderRadius: 12 } } },
    MuiBackdrop: { styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgb(12 18 30 / .38)' } } } },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.0625rem', fontWeight: 640, padding: '20px 24px 8px' } } },
    MuiMenu: { styleOverrides: { paper: { border: `1px solid ${colour('line')}`, backgroundColor: colour('raised'), boxShadow: '0 12px 32px rgb(0 0 0 / .18)', marginTop: 4 } } },
    MuiMenuItem: { styleOverrides: { root: { fontSize: '0.875rem', minHeight: 34 } } },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiOutlinedInput: { styleOverrides: { root: { backgroundColor: colour('surface'), fontSize: '0.875rem' }, notchedOutline: { borderColor: colour('lineStrong') } } },
    MuiTooltip: { defaultProps: { arrow: false, enterDelay: 350 }, styleOverrides: { tooltip: { fontSize: '0.75rem', backgroundColor: colour('text'), color: colour('canvas') } } },
    MuiTab: { styleOverrides: { root: { minHeight: 42, padding: '8px 4px', marginRight: 20, minWidth: 0, fontSize: '0.875rem' } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 42 } } },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiDrawer: { styleOverrides: { paper: { backgroundColor: colour('surface'), borderColor: colour('line') } } },
  },
});
