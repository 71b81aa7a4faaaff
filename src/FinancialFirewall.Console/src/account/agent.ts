const browsers = [
  ['Edge', /Edg\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
] as const;

const systems = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const;

const first = (known: readonly (readonly [string, RegExp])[], agent: string): string | undefined => known.find(([, pattern]) => pattern.test(agent))?.[0];

/** A user agent as people call it: `Firefox on Linux`. What is not known stays as it is. */
export function agentInWords(agent: string): string {
  const browser = first(browsers, agent);
  const system = first(systems, agent);
  return browser ? (system ? `${browser} on ${system}` : browser) : agent || 'Unknown';
}
