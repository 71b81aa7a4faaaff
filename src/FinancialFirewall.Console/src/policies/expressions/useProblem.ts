import { useEffect, useState } from 'react';
import { ask } from '../../graph/client';
import { graphql, type ResultOf } from '../../graph/graphql';

const checkDocument = graphql(`query ExpressionCheck($text: String!, $draft: UUID) { expressionCheck(text: $text, draft: $draft) { problem { offset length message } } }`);

/** Why a text is no condition, and where. */
export type Problem = NonNullable<ResultOf<typeof checkDocument>['expressionCheck']['problem']>;

/** How long somebody has to pause before a condition is looked at, in milliseconds. */
const pauseMs = 250;

/** Has the firewall look at a condition whenever somebody pauses in writing it; null where nothing is wrong, and while that is not known. */
export function useProblem(text: string, draft: string | null): Problem | null {
  const [told, setTold] = useState<{ of: string; problem: Problem | null }>({ of: '', problem: null });
  useEffect(() => {
    if (text === '') return;
    const ended = new AbortController();
    const look = async () => {
      try {
        const { problem } = (await ask(checkDocument, { text, draft }, ended.signal)).expressionCheck;
        setTold({ of: text, problem });
      } catch {
        // Nobody answers, or may not: the form says so for the configuration as a whole.
      }
    };
    const timer = setTimeout(() => void look(), pauseMs);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [text, draft]);
  return told.of === text ? told.problem : null;
}
