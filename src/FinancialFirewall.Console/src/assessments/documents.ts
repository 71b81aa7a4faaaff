import { graphql, type ResultOf, type VariablesOf } from '../graph/graphql';
import { followUpFragment } from '../reviews/documents';

/** What a list shows of an assessment. */
export const rowFragment = graphql(`
  fragment Row on Assessment @_unmask {
    id transactionReference assessedAt decision riskLevel riskScore degraded fraudCheckEnabled riskFactors { name share }
    payment { amount currency fromAccountNumber toAccountNumber debtorName creditorName paymentType }
  }
`);

/** A row of a list. */
export type Row = ResultOf<typeof rowFragment>;

/** A page of assessments. */
export const listDocument = graphql(
  `
    query Assessments($view: AssessmentView!, $filter: AssessmentFilter, $orderBy: AssessmentOrder!, $first: Int!, $after: String) {
      assessments(view: $view, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        nodes { ...Row }
        pageInfo { hasNextPage endCursor }
        totalCount { number isExact }
      }
    }
  `,
  [rowFragment],
);

/** What a list is asked for. */
export type ListVariables = VariablesOf<typeof listDocument>;

/** A page of assessments without their number, for pages that are long. */
export const exportDocument = graphql(
  `
    query AssessmentsForExport($view: AssessmentView!, $filter: AssessmentFilter, $orderBy: AssessmentOrder!, $first: Int!, $after: String) {
      assessments(view: $view, filter: $filter, orderBy: $orderBy, first: $first, after: $after) { nodes { ...Row } pageInfo { hasNextPage endCursor } }
    }
  `,
  [rowFragment],
);

/** The latest payments of an account. */
export const historyDocument = graphql(`
  query AccountHistory($account: String!) {
    assessments(filter: { fromAccountNumber: $account }, first: 200) {
      nodes { id transactionReference assessedAt decision payment { amount currency } }
      pageInfo { hasNextPage }
    }
  }
`);

/** Where events stand. */
export const cursorDocument = graphql(`query EventCursor { eventCursor }`);

/** Assessments that fit, as they are decided. */
export const liveListDocument = graphql(
  `
    subscription LiveAssessments($filter: AssessmentEventFilter, $after: String) {
      assessments(filter: $filter, after: $after) { cursor assessment { ...Row } }
    }
  `,
  [rowFragment],
);

const wholeFragment = graphql(
  `
    fragment Whole on Assessment @_unmask {
      ...Row
      status initialDecision decisionReason configurationId policyVersion policyHash externalApiUsed processingTimeMs externalApiResponseTimeMs expiresAt retryCount errorMessage
      paymentType localInstrumentationCode clearingSystemCode paymentSource riskAssessmentType erased erasedAt
      riskFactors { name weight share observed }
      followUps { ...FollowedUp }
      payment {
        transactionReference kind originalTransactionReference customerId paymentType localInstrumentationCode clearingSystemCode paymentSource fromCountry toCountry country debtorAgent creditorAgent
        uetr endToEndId purposeCode remittanceInformation requestedExecutionDate ipAddress deviceId sessionId userAgent latitude longitude merchantId merchantCategory terminalId cardToken entryMode
        cardPresent threeDsStatus channel fromAccountOpenedAt description initiatedAt metadata
      }
    }
  `,
  [rowFragment, followUpFragment],
);

/** Everything that is known of an assessment. */
export type Whole = ResultOf<typeof wholeFragment>;

/** One assessment by its id. */
export const byIdDocument = graphql(`query AssessmentById($id: UUID!) { assessment(id: $id) { ...Whole } }`, [wholeFragment]);

/** One assessment by the payment's own reference. */
export const byReferenceDocument = graphql(`query AssessmentByReference($reference: String!) { assessmentByReference(transactionReference: $reference) { ...Whole } }`, [wholeFragment]);
