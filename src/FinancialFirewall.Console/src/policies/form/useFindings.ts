import { useEffect, useState } from 'react';
import { ask } from '../../graph/client';
import { graphql } from '../../graph/graphql';
import type { JsonObject } from './document';
import type { Finding } from './findings';

const validationDocument = graphql(`
  query ConfigurationValidation($configuration: JSON!, $id: UUID, $draft: UUID) {
    configurationValidation(configuration: $configuration, id: $id, draft: $draft) { errors { member message } warnings { member message } }
  }
`);

/** How long somebody has to pause before what is written is looked at, in milliseconds. */
const pauseMs = 350;

/** What the firewall says of a configuration while it is written. */
export interface Findings {
  readonly findings: readonly Finding[];
  /** Whether what is said is about what stands there now. */
  readonly isCurrent: boolean;
  /** Why nothing can be said. */
  readonly error: Error | undefined;
}

/** Has the firewall look at a configuration whenever somebody pauses in writing it. */
export function useFindings(document: JsonObject, id: string | null, draft: string | null): Findings {
  const [told, setTold] = useState<{ of: JsonObject | null; findings: readonly Finding[]; error: Error | undefined }>({ of: null, findings: [], error: undefined });
  useEffect(() => {
    const ended = new AbortController();
    const look = async () => {
      try {
        const { errors, warnings } = (await ask(validationDocument, { configuration: document, id, draft }, ended.signal)).configurationValidation;
        setTold({ of: document, findings: [...errors.map((one) => ({ ...one, isWarning: false })), ...warnings.map((one) => ({ ...one, isWarning: true }))], error: undefined });
      } catch (error) {
        if (!ended.signal.aborted) setTold((before) => ({ ...before, error: error as Error }));
      }
    };
    const timer = setTimeout(() => void look(), pauseMs);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [document, id, draft]);
  return { findings: told.findings, isCurrent: told.of === document, error: told.error };
}
