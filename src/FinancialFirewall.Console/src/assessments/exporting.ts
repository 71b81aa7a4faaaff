import { ask } from '../graph/client';
import { exportDocument, type Row } from './documents';
import { variablesOf, type Filter } from './filter';

/** The most payments that one export has. */
export const maximumRows = 10_000;

const pageSize = 500;

/** Loads everything that a filter lets through, and tells how far that is. */
export async function loadAll(filter: Filter, progress: (rows: number) => void, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const { assessments }: { assessments: { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await ask(exportDocument, variablesOf(filter, pageSize, after), signal);
    rows.push(...assessments.nodes);
    progress(rows.length);
    after = assessments.pageInfo.hasNextPage ? assessments.pageInfo.endCursor : null;
  } while (after !== null && rows.length < maximumRows);

  return rows.slice(0, maximumRows);
}

const columns: readonly (readonly [string, (row: Row) => string | number | boolean | null])[] = [
  ['id', (row) => row.id],
  ['transactionReference', (row) => row.transactionReference],
  ['assessedAt', (row) => row.assessedAt],
  ['amount', (row) => row.payment.amount],
  ['currency', (row) => row.payment.currency],
  ['fromAccountNumber', (row) => row.payment.fromAccountNumber],
  ['toAccountNumber', (row) => row.payment.toAccountNumber],
  ['decision', (row) => row.decision],
  ['riskScore', (row) => row.riskScore],
  ['riskLevel', (row) => row.riskLevel],
  ['riskFactors', (row) => row.riskFactors.map((factor) => factor.name).join(' ')],
  ['degraded', (row) => row.degraded],
];

/**
 * A value as CSV spells it (RFC 4180). Texts that a spreadsheet would take for a formula get an apostrophe before them: what a payer writes must not run on a colleague's machine.
 */
export function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Rows as CSV, with a heading. */
export const toCsv = (rows: readonly Row[]): string => [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, cell]) => csvCell(cell(row))))].map((line) => `${line.join(',')}\r\n`).join('');

/** Rows as JSON. */
export const toJson = (rows: readonly Row[]): string => `${JSON.stringify(rows, null, 2)}\n`;

/** Has the browser keep a file. */
export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
