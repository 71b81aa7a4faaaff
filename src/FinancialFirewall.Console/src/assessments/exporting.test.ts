import { expect, test } from 'vitest';
import type { Row } from './documents';
import { csvCell, toCsv } from './exporting';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  [-1.5, '-1.5'],
  [null, ''],
  [true, 'true'],
])('%s is spelled %s', (value, spelled) => {
  expect(csvCell(value)).toBe(spelled);
});

test('writes a heading and a line for each payment', () => {
  const row = {
    id: '1',
    transactionReference: 'INV-1',
    assessedAt: '2026-03-02T12:00:00Z',
    decision: 'REJECT',
    riskLevel: 'HIGH',
    riskScore: 0.7,
    degraded: false,
    fraudCheckEnabled: true,
    riskFactors: [
      { name: 'highAmount', share: 0.4 },
      { name: 'burst', share: 0.3 },
    ],
    payment: { amount: 12.5, currency: 'EUR', fromAccountNumber: 'A', toAccountNumber: null, debtorName: null, creditorName: null, paymentType: null },
  } satisfies Row;
  expect(toCsv([row])).toBe(
    'id,transactionReference,assessedAt,amount,currency,fromAccountNumber,toAccountNumber,decision,riskScore,riskLevel,riskFactors,degraded\r\n' + '1,INV-1,2026-03-02T12:00:00Z,12.5,EUR,A,,REJECT,0.7,HIGH,highAmount burst,false\r\n',
  );
});
