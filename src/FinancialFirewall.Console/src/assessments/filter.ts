import { decisions, levels, type Decision, type RiskLevel } from './words';
import type { ListVariables } from './documents';

const views = ['ALL', 'PENDING_REVIEW', 'HIGH_RISK', 'CRITICAL_RISK'] as const;
const orders = ['NEWEST_FIRST', 'OLDEST_FIRST', 'HIGHEST_SCORE_FIRST', 'LOWEST_SCORE_FIRST'] as const;

/** A list that has a name of its own. */
export type View = (typeof views)[number];

/** The order of a list. */
export type Order = (typeof orders)[number];

/** What a list shows, as it stands in the address bar. */
export interface Filter {
  readonly view: View;
  readonly order: Order;
  readonly account: string;
  readonly decisions: readonly Decision[];
  readonly levels: readonly RiskLevel[];
  readonly from: string | null;
  readonly until: string | null;
  readonly factor: string;
  readonly configuration: string;
}

const oneOf = <T extends string>(known: readonly T[], value: string | null): T => known.find((one) => one === value) ?? (known[0] as T);

const someOf = <T extends string>(known: readonly T[], value: string | null): T[] => known.filter((one) => (value ?? '').split(',').includes(one));

const momentOf = (value: string | null): string | null => (value !== null && !Number.isNaN(Date.parse(value)) ? value : null);

/** Reads a filter; what nobody knows is passed over. */
export const readFilter = (parameters: URLSearchParams): Filter => ({
  view: oneOf(views, parameters.get('view')),
  order: oneOf(orders, parameters.get('order')),
  account: parameters.get('account') ?? '',
  decisions: someOf(decisions, parameters.get('decision')),
  levels: someOf(levels, parameters.get('level')),
  from: momentOf(parameters.get('from')),
  until: momentOf(parameters.get('until')),
  factor: parameters.get('factor') ?? '',
  configuration: parameters.get('configuration') ?? '',
});

const given = <T>(values: readonly T[]): T[] | undefined => (values.length > 0 ? [...values] : undefined);

/** What the firewall is asked for. A view fixes decisions or levels, so that those of the filter are left out there. */
export const variablesOf = (filter: Filter, first: number, after: string | null): ListVariables => ({
  view: filter.view,
  orderBy: filter.order,
  first,
  after,
  filter: {
    fromAccountNumber: filter.account || undefined,
    decisions: filter.view === 'PENDING_REVIEW' ? undefined : given(filter.decisions),
    riskLevels: filter.view === 'HIGH_RISK' || filter.view === 'CRITICAL_RISK' ? undefined : given(filter.levels),
    from: filter.from ?? undefined,
    until: filter.until ?? undefined,
    riskFactor: filter.factor || undefined,
    configurationId: filter.configuration || undefined,
  },
});

/** The same for what is decided from now on. */
export const liveVariablesOf = (filter: Filter) => ({
  filter: {
    fromAccountNumber: filter.account || undefined,
    decisions: filter.view === 'PENDING_REVIEW' ? (['MANUAL_REVIEW', 'HOLD', 'ESCALATE'] satisfies Decision[]) : given(filter.decisions),
    riskLevels: filter.view === 'HIGH_RISK' ? (['HIGH', 'CRITICAL'] satisfies RiskLevel[]) : filter.view === 'CRITICAL_RISK' ? (['CRITICAL'] satisfies RiskLevel[]) : given(filter.levels),
    riskFactor: filter.factor || undefined,
    configurationId: filter.configuration || undefined,
  },
});

/** Whether anything is left out by the filter. */
export const isFiltering = (filter: Filter): boolean =>
  filter.account !== '' || filter.decisions.length > 0 || filter.levels.length > 0 || filter.from !== null || filter.until !== null || filter.factor !== '' || filter.configuration !== '' || filter.view !== 'ALL';
