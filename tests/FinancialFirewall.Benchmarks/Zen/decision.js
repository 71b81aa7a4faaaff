// The demo policy as a decision of zen-engine: the same 20 factors with the same weights and thresholds. What its language has no words for is given to it
// ready-made in the context: windows over an account's history, whether a device is new, and whether an account is on the block list.

const factors = {
  highAmount: ['amount > 10000 and amount <= 50000', 0.6],
  veryHighAmount: ['amount > 50000', 0.8],
  roundAmount: ['amount > 0 and amount % 100 == 0', 0.05],
  highDailyFrequency: ['history.countDay > 20', 0.2],
  highWeeklyFrequency: ['history.countWeek > 80', 0.3],
  highDailyAmount: ['history.sumDay > 20000', 0.2],
  highWeeklyAmount: ['history.sumWeek > 60000', 0.3],
  highRiskCountry: ['fromCountry in ["IR", "KP", "MM"] or toCountry in ["IR", "KP", "MM"]', 0.4],
  suspiciousIp: ['ipAddress != null and (startsWith(ipAddress, "192.0.2.") or startsWith(ipAddress, "198.51.100.") or startsWith(ipAddress, "203.0.113."))', 0.3],
  offHours: ['$.hour >= 22 or $.hour < 6', 0.05],
  weekend: ['$.weekday >= 6', 0.05],
  newAccount: ['history.isNewAccount', 0.1],
  crossBorder: ['fromCountry != toCountry', 0.1],
  newDevice: ['history.isNewDevice', 0.15],
  suspiciousUserAgent: ['userAgent != null and matches(userAgent, "(?i)headless|python-requests|sqlmap")', 0.3],
  suspiciousReference: ['matches(transactionReference, "^0{8,}$")', 0.2],
  suspiciousDescription: ['matches(description, "(?i)^.*(gift ?card|lottery|unlock fee).*$")', 0.2],
  burst: ['history.countTenMinutes > 5', 0.3],
  manyPayees: ['history.payeesDay > 10', 0.2],
  watchedPayee: ['toAccountNumber in ["DEMO-WATCHED-1"]', 0.4],
};

const expressions = [
  { id: 'hour', key: 'hour', value: 'd(initiatedAt, "Europe/Berlin").hour()' },
  { id: 'weekday', key: 'weekday', value: 'd(initiatedAt, "Europe/Berlin").weekday()' },
  ...Object.entries(factors).map(([key, [condition]]) => ({ id: key, key, value: condition })),
];
const terms = Object.entries(factors).map(([key, [, weight]]) => `($.${key} ? ${weight} : 0)`);
expressions.push({ id: 'sum', key: 'sum', value: terms.join(' + ') });
expressions.push({ id: 'score', key: 'score', value: '$.sum > 1 ? 1 : $.sum' });
expressions.push({
  id: 'decision',
  key: 'decision',
  value: 'blocked ? "REJECT" : $.score >= 0.95 ? "REJECT" : $.score >= 0.85 ? "ESCALATE" : $.score >= 0.7 ? "HOLD" : $.score >= 0.5 ? "MANUAL_REVIEW" : $.score <= 0.3 ? "APPROVE" : "MANUAL_REVIEW"',
});

export const decision = {
  nodes: [
    { id: 'in', name: 'payment', type: 'inputNode', position: { x: 0, y: 0 } },
    { id: 'policy', name: 'policy', type: 'expressionNode', position: { x: 200, y: 0 }, content: { expressions } },
    { id: 'out', name: 'answer', type: 'outputNode', position: { x: 400, y: 0 } },
  ],
  edges: [
    { id: 'first', type: 'edge', sourceId: 'in', targetId: 'policy' },
    { id: 'second', type: 'edge', sourceId: 'policy', targetId: 'out' },
  ],
};
