import { Copyable } from '../layout/Copyable';
import { Facts, type Fact } from '../layout/Facts';
import { Panel } from '../layout/Panel';
import { formatMoney } from '../money/format';
import { Link } from '../routing/Link';
import { Moment } from '../time/Moment';
import type { Whole } from './documents';
import { inWords } from './words';

const countryNames = new Intl.DisplayNames(undefined, { type: 'region' });

const country = (code: string | null): string | null => (code === null ? null : `${countryNames.of(code) ?? code} (${code})`);

const party = (name: string | null, account: string | null, agent: string | null): React.ReactNode =>
  name === null && account === null && agent === null ? null : (
    <>
      {name !== null && <div>{name}</div>}
      {account !== null && <Copyable text={account} label="account" />}
      {agent !== null && <div>BIC {agent}</div>}
    </>
  );

/** The payment as it was assessed; what was not sent is left out. */
export function PaymentFacts({ assessment }: { assessment: Whole }) {
  const { payment } = assessment;
  const facts: Fact[] = [
    ['Amount', formatMoney(payment.amount, payment.currency)],
    ['Kind', payment.kind === 'PAYMENT' ? null : inWords(payment.kind)],
    ['Of the payment', payment.originalTransactionReference && <Link href={`/assessments/${encodeURIComponent(`ref:${payment.originalTransactionReference}`)}`}>{payment.originalTransactionReference}</Link>],
    ['Debtor', party(payment.debtorName, payment.fromAccountNumber, payment.debtorAgent)],
    ['Creditor', party(payment.creditorName, payment.toAccountNumber, payment.creditorAgent)],
    ['Customer', payment.customerId],
    ['From', country(payment.fromCountry)],
    ['To', country(payment.toCountry)],
    ['Initiated in', country(payment.country)],
    ['Initiated', payment.initiatedAt && <Moment at={payment.initiatedAt} />],
    ['To be executed', payment.requestedExecutionDate],
    ['Account opened', payment.fromAccountOpenedAt && <Moment at={payment.fromAccountOpenedAt} as="day" />],
    ['Payment type', payment.paymentType],
    ['Local instrument', payment.localInstrumentationCode],
    ['Clearing system', payment.clearingSystemCode],
    ['Source', inWords(payment.paymentSource)],
    ['Channel', payment.channel],
    ['IP address', payment.ipAddress],
    ['Device', payment.deviceId],
    ['Session', payment.sessionId],
    ['User agent', payment.userAgent],
    ['Place', payment.latitude !== null && payment.longitude !== null ? `${payment.latitude}, ${payment.longitude}` : null],
    ['Merchant', [payment.merchantId, payment.merchantCategory && `category ${payment.merchantCategory}`, payment.terminalId && `terminal ${payment.terminalId}`].filter(Boolean).join(', ')],
    ['Card', [payment.cardToken, payment.entryMode, payment.cardPresent === null ? null : payment.cardPresent ? 'card present' : 'card not present', payment.threeDsStatus && `3-D Secure ${payment.threeDsStatus}`].filter(Boolean).join(', ')],
    ['Purpose', payment.purposeCode],
    ['Remittance', payment.remittanceInformation],
    ['Description', payment.description],
    ['End-to-end id', payment.endToEndId],
    ['UETR', payment.uetr],
    ['Metadata', payment.metadata === null ? null : <code style={{ whiteSpace: 'pre-wrap' }}>{JSON.stringify(payment.metadata, null, 2)}</code>],
  ];
  return (
    <Panel title="The payment" note={assessment.erased ? 'Its person was erased: what said something about them is gone.' : undefined}>
      <Facts facts={facts} />
    </Panel>
  );
}
