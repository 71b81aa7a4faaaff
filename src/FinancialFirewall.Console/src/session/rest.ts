import { noteAnswer, noteSilence } from '../graph/connection';
import { refusalOfProblem, Unreachable } from '../graph/refusal';
import { csrfToken } from './csrf';

/**
 * Calls what REST alone has: signing in and out, links, and what people do for themselves.
 * @throws {Refusal} It was refused.
 * @throws {Unreachable} Nobody answered.
 */
export async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
  const response = await send(method, path, body);
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) {
    throw refusalOfProblem(answer, response.status);
  }

  return answer as T;
}

async function send(method: string, path: string, body?: object): Promise<Response> {
  const headers: Record<string, string> = { 'X-CSRF-Token': csrfToken() };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }

  try {
    const response = await fetch(path, { method, headers, body: body === undefined ? null : JSON.stringify(body), credentials: 'same-origin' });
    noteAnswer();
    return response;
  } catch {
    noteSilence();
    throw new Unreachable();
  }
}
