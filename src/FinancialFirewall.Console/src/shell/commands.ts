import type { IconName } from '../icons/Icon';
import { addressOf } from '../routing/address';
import type { Permission } from '../session/session';
import { pagesFor } from './pages';

/** Something that the palette offers. */
export interface Command {
  readonly title: string;
  readonly icon: IconName;
  readonly does: { kind: 'GO'; to: string } | { kind: 'SCHEME'; scheme: 'light' | 'dark' | 'system' } | { kind: 'FIRST_STEPS' } | { kind: 'TOUR' } | { kind: 'SIGN_OUT' };
}

const uuid = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

const fixed: readonly Command[] = [
  { title: 'Your account', icon: 'account', does: { kind: 'GO', to: '/account' } },
  { title: 'Light appearance', icon: 'sun', does: { kind: 'SCHEME', scheme: 'light' } },
  { title: 'Dark appearance', icon: 'moon', does: { kind: 'SCHEME', scheme: 'dark' } },
  { title: 'Appearance as the system', icon: 'system', does: { kind: 'SCHEME', scheme: 'system' } },
  { title: 'First steps', icon: 'shield', does: { kind: 'FIRST_STEPS' } },
  { title: 'Tour', icon: 'help', does: { kind: 'TOUR' } },
  { title: 'Sign out', icon: 'leave', does: { kind: 'SIGN_OUT' } },
];

/** What fits what was written, for somebody with these permissions; everything where nothing was written. */
export function commandsFor(text: string, permissions: readonly Permission[]): readonly Command[] {
  const wanted = text.trim().toLowerCase();
  const goTo = pagesFor(permissions)
    .filter((page) => page.group !== undefined)
    .map((page): Command => ({ title: page.title, icon: page.icon, does: { kind: 'GO', to: page.path } }));
  const fitting = [...goTo, ...fixed].filter((command) => command.title.toLowerCase().includes(wanted));
  return wanted.length < 3 ? fitting : [...fitting, ...lookUps(text.trim(), permissions)];
}

/** What was written, taken as the name of a payment or an account. */
function lookUps(text: string, permissions: readonly Permission[]): Command[] {
  const found: Command[] = [];
  if (permissions.includes('FIND_ASSESSMENTS')) {
    found.push(
      uuid.test(text)
        ? { title: `Assessment ${text}`, icon: 'payments', does: { kind: 'GO', to: `/assessments/${text}` } }
        : { title: `Payment with the reference ${text}`, icon: 'payments', does: { kind: 'GO', to: `/assessments/${encodeURIComponent(`ref:${text}`)}` } },
    );
  }

  if (permissions.includes('LIST_ASSESSMENTS') && !uuid.test(text)) {
    found.push({ title: `Payments of the account ${text}`, icon: 'search', does: { kind: 'GO', to: addressOf('/assessments', { account: text }) } });
  }

  return found;
}
