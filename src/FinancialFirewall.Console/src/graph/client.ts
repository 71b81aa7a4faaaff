import { sessionExpired } from '../session/expiry';
import { csrfToken } from '../session/csrf';
import type { Composed } from './composed';
import { noteAnswer, noteSilence } from './connection';
import type { ResultOf, TadaDocumentNode, VariablesOf } from './graphql';
import { Refusal, refusalOf, Unreachable } from './refusal';

/** The address of GraphQL. */
export const address = '/graphql';

interface Answer {
  data?: unknown;
  errors?: unknown[];
}

/** Any document whose types are known. */
// oxlint-disable-next-line typescript/no-explicit-any -- the library's own way to say "of any result and variables"
export type AnyDocument = TadaDocumentNode<any, any>;

/** The text of a document, as it is sent. */
export const textOf = (document: AnyDocument): string => (document as unknown as Composed).parts.join('\n');

/**
 * Asks a question, or has something changed.
 * @throws {Refusal} The firewall refused it.
 * @throws {Unreachable} Nobody answered.
 */
export async function ask<D extends AnyDocument>(document: D, variables: VariablesOf<D>, signal?: AbortSignal): Promise<ResultOf<D>> {
  const response = await send(JSON.stringify({ query: textOf(document), variables: variables as unknown }), signal);
  const answer = (await response.json().catch(() => ({}))) as Answer;
  if (answer.errors && answer.errors.length > 0) {
    const refusal = refusalOf(answer.errors);
    if (response.status === 401 || refusal.code === 'SESSION_ENDED' || refusal.code === 'CSRF_TOKEN_WRONG') {
      sessionExpired();
    }

    throw refusal;
  }

  if (!response.ok || answer.data === undefined) {
    throw new Refusal(`The firewall answered ${response.status}.`, 'UNKNOWN', response.status, []);
  }

  return answer.data as ResultOf<D>;
}

async function send(body: string, signal?: AbortSignal): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', 'X-CSRF-Token': csrfToken() };
  try {
    const response = await fetch(address, { method: 'POST', headers, body, signal: signal ?? null, credentials: 'same-origin' });
    noteAnswer();
    return response;
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }

    noteSilence();
    throw new Unreachable();
  }
}
