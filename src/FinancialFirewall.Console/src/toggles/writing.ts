import { fromLocalInput, toLocalInput } from '../time/format';
import type { Toggle } from './documents';

/** A toggle as it stands in the form. */
export interface Writing {
  readonly paymentType: string;
  readonly localInstrumentationCode: string;
  readonly clearingSystemCode: string;
  readonly state: 'ON' | 'OFF';
  readonly reason: string;
  readonly from: string;
  readonly until: string;
  readonly priority: string;
  readonly isActive: boolean;
}

const usualPriority = 100;

/** A toggle, or a new one, for the form. */
export const writingOf = (toggle: Toggle | null): Writing => ({
  paymentType: toggle?.paymentType ?? '',
  localInstrumentationCode: toggle?.localInstrumentationCode ?? '',
  clearingSystemCode: toggle?.clearingSystemCode ?? '',
  state: toggle?.isEnabled ? 'ON' : 'OFF',
  reason: toggle?.enabledReason ?? toggle?.disabledReason ?? '',
  from: toLocalInput(toggle?.effectiveFrom),
  until: toLocalInput(toggle?.effectiveUntil),
  priority: String(toggle?.priority ?? usualPriority),
  isActive: toggle?.isActive ?? true,
});

/** What the firewall is sent. The reason belongs to the state that is chosen. */
export const inputOf = (writing: Writing) => ({
  paymentType: writing.paymentType.trim() || null,
  localInstrumentationCode: writing.localInstrumentationCode.trim() || null,
  clearingSystemCode: writing.clearingSystemCode.trim() || null,
  isEnabled: writing.state === 'ON',
  enabledReason: writing.state === 'ON' ? writing.reason.trim() || null : null,
  disabledReason: writing.state === 'OFF' ? writing.reason.trim() || null : null,
  effectiveFrom: fromLocalInput(writing.from),
  effectiveUntil: fromLocalInput(writing.until),
  priority: writing.priority === '' ? null : Number(writing.priority),
  isActive: writing.isActive,
});
