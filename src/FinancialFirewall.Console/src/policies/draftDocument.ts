import type { ShownConfiguration } from './Configurations';
import { isObject, type Json } from './form/document';

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

/** The configurations of a draft's policy file, as they are shown. */
export function configurationsOf(document: unknown): readonly ShownConfiguration[] {
  const listed = isObject(document) ? document.configurations : undefined;
  return Array.isArray(listed) ? (listed as readonly Json[]).filter(isObject).map(shownOf) : [];
}

function shownOf(one: { readonly [name: string]: Json }): ShownConfiguration {
  return {
    id: textOf(one.id) ?? '',
    configurationName: textOf(one.configurationName) ?? '',
    tag: '',
    document: one,
    paymentType: textOf(one.paymentType),
    localInstrumentationCode: textOf(one.localInstrumentationCode),
    clearingSystemCode: textOf(one.clearingSystemCode),
    paymentSource: textOf(one.paymentSource) ?? 'BOTH',
    riskAssessmentType: textOf(one.riskAssessmentType) ?? 'REAL_TIME',
    isEnabled: one.isEnabled !== false,
    priority: typeof one.priority === 'number' ? one.priority : 1,
    description: textOf(one.description),
    updatedAt: textOf(one.updatedAt) ?? '',
  };
}

/** The currency in which a policy file compares amounts. */
export const baseCurrencyOf = (document: unknown): string => (isObject(document) ? (textOf(document.baseCurrency) ?? '') : '');
