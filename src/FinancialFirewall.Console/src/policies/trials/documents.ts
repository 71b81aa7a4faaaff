import { graphql, type ResultOf, type VariablesOf } from '../../graph/graphql';

const knownFragment = graphql(`
  fragment KnownParts on KnownPayments @_unmask {
    all { count amounts { currency count amount } }
    stoppedBefore { count amounts { currency count amount } }
    stoppedAfter { count amounts { currency count amount } }
    blocked { count amounts { currency count amount } }
    released { count amounts { currency count amount } }
  }
`);

const reportFragment = graphql(`
  fragment Report on PolicyReport @_unmask {
    compared changed rescored erased firstAssessedAt lastAssessedAt otherFactors windowsSince
    decisions { before after value { count amounts { currency count amount } } }
    blocked { count amounts { currency count amount } }
    released { count amounts { currency count amount } }
    factors { name before after blocked { count } released { count } }
    known {
      isWhole
      fraud { ...KnownParts }
      legitimate { ...KnownParts }
    }
    samples { assessmentId assessedAt amount currency before scoreBefore after scoreAfter factorsGone factorsAdded }
  }
`, [knownFragment]);

/** What a policy would have decided, beside what was decided. */
export type Report = ResultOf<typeof reportFragment>;

const backtestFragment = graphql(
  `
    fragment BacktestRow on Backtest @_unmask {
      id status name draft version from to asOf startedAt endedAt error
      startedBy { kind id }
      progress { read records percent compared perSecond }
    }
  `,
);

/** A backtest without its report. */
export type BacktestRow = ResultOf<typeof backtestFragment>;

/** The latest backtests. */
export const backtestsDocument = graphql(`query Backtests { backtests { ...BacktestRow } }`, [backtestFragment]);

/** One backtest with what it found. */
export const backtestDocument = graphql(`query Backtest($id: UUID!) { backtest(id: $id) { ...BacktestRow report { ...Report } } }`, [backtestFragment, reportFragment]);

/** A backtest with what it found. */
export type WholeBacktest = NonNullable<ResultOf<typeof backtestDocument>['backtest']>;

/** How a backtest stands, about each second. */
export const liveBacktestDocument = graphql(`subscription LiveBacktest($id: UUID!) { backtest(id: $id) { ...BacktestRow report { ...Report } } }`, [backtestFragment, reportFragment]);

/** Begins a backtest. */
export const startBacktestDocument = graphql(`mutation StartBacktest($backtest: BacktestInput!) { startBacktest(backtest: $backtest) { id } }`);

/** What a backtest is begun with. */
export type BacktestInput = VariablesOf<typeof startBacktestDocument>['backtest'];

/** Ends a backtest. */
export const cancelBacktestDocument = graphql(`mutation CancelBacktest($id: UUID!) { cancelBacktest(id: $id) { id } }`);

/** What a configuration would have decided about the latest payments. */
export const previewDocument = graphql(`query PolicyPreview($preview: PolicyPreviewInput!) { policyPreview(preview: $preview) { ...Report } }`, [reportFragment]);
