import type { Level, Toggle } from './documents';

/** A part of the payments; what is empty is not named. */
export interface Context {
  readonly paymentType: string;
  readonly localInstrumentationCode: string;
  readonly clearingSystemCode: string;
}

/** A place in the hierarchy. */
export interface Place {
  readonly key: string;
  /** 0 for the tenant, 3 for a clearing system. */
  readonly depth: number;
  readonly context: Context;
  /** The toggles of exactly this context. */
  readonly own: readonly Toggle[];
}

/** The levels, from the whole tenant to the deepest. */
export const levelOrder: readonly Level[] = ['TENANT', 'PAYMENT_TYPE', 'LOCAL_INSTRUMENT', 'CLEARING_SYSTEM'];

/** What people call a level. */
export const levelName: Readonly<Record<Level, string>> = { TENANT: 'Whole tenant', PAYMENT_TYPE: 'Payment type', LOCAL_INSTRUMENT: 'Local instrument', CLEARING_SYSTEM: 'Clearing system' };

/** The whole tenant. */
export const wholeTenant: Context = { paymentType: '', localInstrumentationCode: '', clearingSystemCode: '' };

const partsOf = (context: Context): string[] => [context.paymentType, context.localInstrumentationCode, context.clearingSystemCode].filter((part) => part !== '');

const keyOf = (parts: readonly string[]): string => parts.join(' / ');

const contextAt = (parts: readonly string[]): Context => ({ paymentType: parts[0] ?? '', localInstrumentationCode: parts[1] ?? '', clearingSystemCode: parts[2] ?? '' });

/** The context that a toggle is for. */
export const contextOf = (toggle: Pick<Toggle, 'paymentType' | 'localInstrumentationCode' | 'clearingSystemCode'>): Context => ({
  paymentType: toggle.paymentType ?? '',
  localInstrumentationCode: toggle.localInstrumentationCode ?? '',
  clearingSystemCode: toggle.clearingSystemCode ?? '',
});

/** A context in words, the deepest last; of the whole tenant its name. */
export const contextInWords = (context: Context): string => keyOf(partsOf(context)) || levelName.TENANT;

/** A context as the firewall takes it: what is not named is left out. */
export const contextInput = (context: Context) => ({
  paymentType: context.paymentType || undefined,
  localInstrumentationCode: context.localInstrumentationCode || undefined,
  clearingSystemCode: context.clearingSystemCode || undefined,
});

/** Every context that a toggle names, and those above it: each behind the one that it is in, those beside one another by name. */
export function placesOf(toggles: readonly Toggle[]): Place[] {
  const own = new Map<string, Toggle[]>([['', []]]);
  for (const toggle of toggles) {
    const parts = partsOf(contextOf(toggle));
    for (let depth = 1; depth <= parts.length; depth++) {
      const key = keyOf(parts.slice(0, depth));
      own.set(key, own.get(key) ?? []);
    }

    own.get(keyOf(parts))?.push(toggle);
  }

  return [...own]
    .map(([key, mine]) => {
      const parts = key === '' ? [] : key.split(' / ');
      return { key, depth: parts.length, context: contextAt(parts), own: mine };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Whether a toggle applies at a moment. */
export const isInForce = (toggle: Toggle, now: number): boolean =>
  toggle.isActive && (toggle.effectiveFrom === null || Date.parse(toggle.effectiveFrom) <= now) && (toggle.effectiveUntil === null || now < Date.parse(toggle.effectiveUntil));

/** How a toggle stands at a moment. */
export function standingOf(toggle: Toggle, now: number): 'IN_FORCE' | 'TO_COME' | 'OVER' | 'INACTIVE' {
  if (toggle.effectiveUntil !== null && Date.parse(toggle.effectiveUntil) <= now) return 'OVER';
  if (!toggle.isActive) return 'INACTIVE';
  return isInForce(toggle, now) ? 'IN_FORCE' : 'TO_COME';
}
