import { graphql, type ResultOf } from '../graph/graphql';

const decisionFragment = graphql(`
  fragment WhatIfDecisionParts on WhatIfDecision @_unmask {
    decision decisionReason riskScore riskLevel policyVersion degraded fraudCheckEnabled
    riskFactors { name weight share observed }
  }
`);

/** An assessment asked anew. */
export const whatIfDocument = graphql(`query WhatIf($question: WhatIfInput!) { whatIf(question: $question) { changed before { ...WhatIfDecisionParts } after { ...WhatIfDecisionParts } } }`, [decisionFragment]);

/** What would have been decided, beside what was. */
export type WhatIf = ResultOf<typeof whatIfDocument>['whatIf'];

/** A configuration as it is now. */
export const configurationDocument = graphql(`query WhatIfConfiguration($id: UUID!) { configuration(id: $id) { document } }`);
