import Button from '@mui/material/Button';
import { lazy, Suspense, useEffect } from 'react';
import { messageOf } from '../graph/refusal';
import { useStore } from '../graph/store';
import { EmptyState } from '../layout/EmptyState';
import { match } from '../routing/address';
import { navigate, usePlace } from '../routing/location';
import { restoreSession, session, type Viewer } from '../session/session';
import { SignInPage } from '../session/SignInPage';
import { pages, pagesFor } from './pages';
import { Shell } from './Shell';

const LinkPage = lazy(() => import('../session/LinkPage'));
const FactorPage = lazy(() => import('../account/FactorPage'));

/** The console: a way in for who is not signed in, pages for who is. */
export function App() {
  const { path } = usePlace();
  const now = useStore(session);
  const isLink = path === '/setup' || path === '/invitation';
  useEffect(() => void restoreSession(), []);

  if (isLink) {
    return (
      <Suspense fallback={null}>
        <LinkPage isSetUp={path === '/setup'} />
      </Suspense>
    );
  }

  switch (now.state) {
    case 'UNKNOWN':
      return null;
    case 'UNREACHABLE':
      return (
        <EmptyState icon="warning" title="No connection to the firewall" action={<Button variant="outlined" onClick={() => void restoreSession()}>Try again</Button>}>
          {messageOf(now.error)}
        </EmptyState>
      );
    case 'SIGNED_OUT':
      return <SignInPage reason={now.reason} />;
    case 'SIGNED_IN':
      return now.viewer.mustSetUpSecondFactor ? (
        <Suspense fallback={null}>
          <FactorPage />
        </Suspense>
      ) : (
        <Shell>
          <CurrentPage viewer={now.viewer} />
        </Shell>
      );
  }
}

function CurrentPage({ viewer }: { viewer: Viewer }) {
  const { path } = usePlace();
  const allowed = pagesFor(viewer.permissions);
  const first = allowed[0];
  const isLost = path === '/' && first !== undefined && first.path !== '/';
  useEffect(() => {
    if (isLost) navigate(first.path, 'REPLACE');
  }, [isLost, first]);

  for (const page of pages) {
    const parameters = match(page.path, path);
    if (parameters) {
      return allowed.includes(page) ? <page.component key={path} parameters={parameters} /> : isLost ? null : <NotYours />;
    }
  }

  return (
    <EmptyState icon="search" title="There is no such page">
      The address {path} leads nowhere. Press Ctrl K to find what you are looking for.
    </EmptyState>
  );
}

/** A page that who is signed in may not use looks like this, whatever its data. */
const NotYours = () => (
  <EmptyState icon="shield" title="This page is not among yours">
    Your roles do not include what this page shows. Ask an owner of your tenant if you need it.
  </EmptyState>
);
