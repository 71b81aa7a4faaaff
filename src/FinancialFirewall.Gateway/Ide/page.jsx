import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-sse';
import 'graphiql/graphiql.css';
import './page.css';
import { examples } from './examples.js';

const keyName = 'financial-firewall-key';

/** Sends everything as events, which brings subscriptions and the headers of who asks; queries and mutations are events that come once. */
function createFetcher(key) {
  return (parameters, options) => {
    const headers = { ...options?.headers };
    if (key) {
      headers.Authorization ??= `Bearer ${key}`;
    }

    const isSubscription = options?.documentAST?.definitions.some(
      definition => definition.kind === 'OperationDefinition' && definition.operation === 'subscription'
        && (!parameters.operationName || definition.name?.value === parameters.operationName));
    return isSubscription
      ? createClient({ url: '/graphql', headers, retryAttempts: 0 }).iterate(parameters)
      : fetch('/graphql', {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
        body: JSON.stringify(parameters),
      }).then(response => response.json());
  };
}

function Page() {
  const [key, setKey] = useState(sessionStorage.getItem(keyName) ?? '');
  const [example, setExample] = useState(0);
  const fetcher = useMemo(() => createFetcher(key), [key]);
  const remember = event => {
    sessionStorage.setItem(keyName, event.target.value.trim());
    setKey(event.target.value.trim());
  };
  return (
    <>
      <header className="key-bar">
        <label>
          API key
          <input type="password" autoComplete="off" spellCheck={false} value={key} onChange={remember} placeholder="ff_demo_…" />
        </label>
        <label>
          Examples
          <select value={example} onChange={event => setExample(Number(event.target.value))}>
            {examples.map((one, index) => <option key={one.name} value={index}>{one.name}</option>)}
          </select>
        </label>
      </header>
      <div className="page-body">
        <GraphiQL key={`${key}/${example}`} fetcher={fetcher} schema={key ? undefined : null} query={examples[example].query} variables={examples[example].variables ?? ''} shouldPersistHeaders={false} />
      </div>
    </>
  );
}

createRoot(document.getElementById('page')).render(<Page />);
