/**
 * Every colour, and nothing else decides one. Text and what lies behind it differ by at least 4.5 : 1 in either scheme (WCAG 2.2, AA).
 * One accent says "you can act here"; the other hues mean a decision or a level and are used for nothing else.
 */
export interface Tokens {
  readonly canvas: string;
  readonly surface: string;
  readonly raised: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly textQuiet: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly accentSoft: string;
  readonly good: Hue;
  readonly caution: Hue;
  readonly waiting: Hue;
  readonly raisedUp: Hue;
  readonly serious: Hue;
  readonly bad: Hue;
  readonly neutral: Hue;
}

/** A hue that means something. */
export interface Hue {
  /** Of marks and areas in charts. */
  readonly mark: string;
  /** Of text, on `soft` and on surfaces. */
  readonly text: string;
  /** Behind text. */
  readonly soft: string;
}

export const light: Tokens = {
  canvas: '#f5f6f8',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f0f2f5',
  line: '#e3e6eb',
  lineStrong: '#c9cfd8',
  text: '#12161d',
  textQuiet: '#525b69',
  accent: '#2447b8',
  onAccent: '#ffffff',
  accentSoft: '#e9eefb',
  good: { mark: '#2f9467', text: '#0d6640', soft: '#e4f3eb' },
  caution: { mark: '#d79a36', text: '#7f4d00', soft: '#fbf0da' },
  waiting: { mark: '#4285c4', text: '#1d578f', soft: '#e3eef9' },
  raisedUp: { mark: '#8c66c4', text: '#653b9b', soft: '#f0e9f9' },
  serious: { mark: '#dc6b2f', text: '#97400f', soft: '#fcebe0' },
  bad: { mark: '#cf4642', text: '#a3211e', soft: '#fce8e7' },
  neutral: { mark: '#97a1b0', text: '#4b5462', soft: '#eceff3' },
};

export const dark: Tokens = {
  canvas: '#0d1015',
  surface: '#14181f',
  raised: '#1b2029',
  sunken: '#10141a',
  line: '#262c37',
  lineStrong: '#3a4352',
  text: '#e8ebf0',
  textQuiet: '#a1abba',
  accent: '#9db4ff',
  onAccent: '#0c1430',
  accentSoft: '#1d2743',
  good: { mark: '#3fae7d', text: '#86d9ae', soft: '#12301f' },
  caution: { mark: '#d9a441', text: '#f0c373', soft: '#352709' },
  waiting: { mark: '#5a9bd8', text: '#97c8f5', soft: '#11293f' },
  raisedUp: { mark: '#a27fdb', text: '#ccb0f6', soft: '#2a1d41' },
  serious: { mark: '#e5803f', text: '#f7ae80', soft: '#3a2110' },
  bad: { mark: '#e05f5a', text: '#ffa29d', soft: '#3f1a1b' },
  neutral: { mark: '#76818f', text: '#b3bcc9', soft: '#222832' },
};

/** The name of a hue. */
export type HueName = 'good' | 'caution' | 'waiting' | 'raisedUp' | 'serious' | 'bad' | 'neutral';

/** The CSS variables of a scheme. */
export function variablesOf(tokens: Tokens): Record<string, string> {
  const entries = Object.entries(tokens) as [string, string | Hue][];
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      typeof value === 'string' ? [[`--ff-${name}`, value]] : Object.entries(value).map(([part, colour]) => [`--ff-${name}-${part}`, colour as string]),
    ),
  );
}

/** A colour by its name, in whichever scheme is shown. */
export const colour = (name: Exclude<keyof Tokens, HueName>): string => `var(--ff-${name})`;

/** A part of a hue, in whichever scheme is shown. */
export const hue = (name: HueName, part: keyof Hue): string => `var(--ff-${name}-${part})`;

/** The width of the navigation, in pixels. */
export const navigationWidth = 232;
