/** The first ten things that a tenant wants to do. */
export const examples = [
  {
    name: '1. Who am I?',
    query: `# Enter an API key above: ./run prints it at its first start.
query WhoAmI {
  me { tenantId roles permissions }
  tenant { name status retentionYears }
}`,
  },
  {
    name: '2. Assess a payment',
    query: `mutation Assess($payment: PaymentInput!) {
  assessPayment(payment: $payment) {
    id decision decisionReason
    riskScore riskLevel duplicate
    riskFactors { name weight share observed }
  }
}`,
    variables: `{
  "payment": {
    "transactionReference": "INV-2026-1",
    "amount": 12500.00,
    "currency": "EUR",
    "fromAccountNumber": "DE89370400440532013000",
    "toCountry": "NG",
    "paymentType": "SEPA"
  }
}`,
  },
  {
    name: '3. Find it again',
    query: `query Find {
  assessmentByReference(transactionReference: "INV-2026-1") {
    id decision riskScore assessedAt
  }
}`,
  },
  {
    name: '4. What waits for a person?',
    query: `query Waiting {
  reviewCounts { open overdue claimed critical high }
  reviews(orderBy: DUE_FIRST, first: 20) {
    totalCount
    nodes {
      assessmentId transactionReference amount currency
      decision riskScore dueAt overdue claimedBy
      assessment { decisionReason followUps { kind by at text } }
    }
  }
}`,
  },
  {
    name: '5. The riskiest of a day',
    query: `query Riskiest {
  assessments(
    filter: { from: "2026-01-01T00:00:00Z", riskLevels: [HIGH, CRITICAL] }
    orderBy: HIGHEST_SCORE_FIRST
    first: 10
  ) {
    nodes {
      transactionReference riskScore decision
      riskFactors { name share }
    }
  }
}`,
  },
  {
    name: '6. Is the fraud check on, and why?',
    query: `query Check {
  toggleCheck(context: { paymentType: "SEPA" }) {
    isEnabled level
    toggle { id isEnabled enabledReason disabledReason }
    others { toggle { id } reason explanation }
  }
}`,
  },
  {
    name: '7. Switch it off for one payment type',
    query: `mutation SwitchOff {
  switchFraudCheck(
    isEnabled: false
    context: { paymentType: "TEST" }
    reason: "maintenance"
  ) {
    id isEnabled disabledReason updatedAt
  }
}`,
  },
  {
    name: '8. What decides?',
    query: `query Policy {
  policy {
    version hash publishedAt warnings baseCurrency
    configurations { id configurationName isEnabled priority document }
    lists { name kind mandatory entryCount }
  }
}`,
  },
  {
    name: '9. Watch payments live',
    query: `subscription Live {
  assessments {
    cursor
    assessment {
      transactionReference decision
      riskScore riskLevel
    }
  }
}`,
  },
  {
    name: '10. Who changed what?',
    query: `query Audit {
  auditLog(first: 20) {
    nodes {
      sequence at action target outcome remark
      actor { kind id source }
      before after
    }
  }
}`,
  },
];
