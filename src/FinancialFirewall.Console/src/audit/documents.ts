import { graphql, type ResultOf } from '../graph/graphql';

/** A page of the audit log. */
export const auditDocument = graphql(`
  query AuditLog($filter: AuditFilter, $after: String) {
    auditLog(filter: $filter, first: 50, after: $after) {
      nodes { sequence at actor { kind id tenantId source } action target outcome refusal remark suppressed securityEvent before after hash }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** An entry. */
export type AuditEntry = ResultOf<typeof auditDocument>['auditLog']['nodes'][number];

/** Proves the whole log. */
export const verificationDocument = graphql(`query AuditVerification { auditVerification { isWhole entries brokenAt problem } }`);
