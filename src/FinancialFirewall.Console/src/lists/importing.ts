import { noteAnswer, noteSilence } from '../graph/connection';
import { Refusal, refusalOfProblem, Unreachable } from '../graph/refusal';
import { csrfToken } from '../session/csrf';

/** What is to be done with a file. */
export interface ImportOptions {
  readonly id: string;
  readonly replaces: boolean;
  readonly dryRun: boolean;
  readonly reason: string;
}

/** A line that is no entry. */
export interface RefusedLine {
  readonly line: number;
  readonly value: string;
  readonly message: string;
}

/** What came of an import. */
export interface Imported {
  readonly isDone: boolean;
  readonly dryRun: boolean;
  readonly lines: number;
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly errors: readonly RefusedLine[];
}

const types: readonly (readonly [RegExp, string])[] = [
  [/\.csv$/i, 'text/csv'],
  [/\.json$/i, 'application/json'],
  [/\.(ndjson|jsonl)$/i, 'application/x-ndjson'],
];

/** The formats that can be imported, for the browser's file dialog. */
export const accepted = '.csv,.json,.ndjson,.jsonl';

/** The media type of a file by its name; null where it is none that can be imported. */
export const typeOf = (name: string): string | null => types.find(([ending]) => ending.test(name))?.[1] ?? null;

/** The address that a file is sent to. */
export function addressOfImport(list: string, file: string, { id, replaces, dryRun, reason }: ImportOptions): string {
  const query = new URLSearchParams({ operationId: id, mode: replaces ? 'replace' : 'add', dryRun: String(dryRun), source: file.slice(0, 200) });
  if (reason !== '') {
    query.set('reason', reason);
  }

  return `/api/v1/lists/${encodeURIComponent(list)}/import?${query.toString()}`;
}

/**
 * What an answer says: 200 has counts, and 400 names the lines that are no entries.
 * @throws {Refusal} Anything else was wrong.
 */
export function readAnswer(status: number, body: unknown): Imported {
  const wire = (body ?? {}) as Partial<Omit<Imported, 'isDone'>> & { code?: string };
  if (status !== 200 && wire.code !== 'LIST_IMPORT_REFUSED') {
    throw refusalOfProblem(body, status);
  }

  const { dryRun = false, lines = 0, added = 0, replaced = 0, removed = 0, duplicates = 0, refused = 0, errors = [] } = wire;
  return { isDone: status === 200, dryRun, lines, added, replaced, removed, duplicates, refused, errors };
}

/**
 * Sends a file, as the browser reads it. The answer comes when everything was read and is in force.
 * @throws {Refusal} It was refused as a whole.
 * @throws {Unreachable} Nobody answered.
 */
export async function sendFile(list: string, file: File, options: ImportOptions, signal: AbortSignal): Promise<Imported> {
  const headers = { 'Content-Type': typeOf(file.name) ?? 'text/csv', 'X-CSRF-Token': csrfToken() };
  let response: Response;
  try {
    response = await fetch(addressOfImport(list, file.name, options), { method: 'POST', headers, body: file, signal, credentials: 'same-origin' });
    noteAnswer();
  } catch (error) {
    if (signal.aborted) {
      throw new Refusal('The import was broken off; nothing was changed.', 'ABORTED', 0, []);
    }

    if (error instanceof TypeError) noteSilence();
    throw new Unreachable();
  }

  return readAnswer(response.status, await response.json().catch(() => undefined));
}
