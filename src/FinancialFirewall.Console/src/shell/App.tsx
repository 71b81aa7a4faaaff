import { lazy, Suspense, useEffect } from 'react';
import { useStore } from '../graph/store';
import { usePlace } from '../routing/location';
import { restoreSession, session, wasSessionBegun } from '../session/session';

// Each way in is loaded by itself: who signs in does not wait for the shell, and who is signed in not for the sign-in.
const signedIn = () => import('./SignedIn');
const SignedIn = lazy(signedIn);
const SignInPage = lazy(() => import('../session/SignInPage'));
const LinkPage = lazy(() => import('../session/LinkPage'));
const FactorPage = lazy(() => import('../account/FactorPage'));
const UnreachablePage = lazy(() => import('./UnreachablePage'));

if (wasSessionBegun()) {
  void signedIn();
}

/** The console: a way in for who is not signed in, pages for who is. */
export function App() {
  useEffect(() => void restoreSession(), []);
  return (
    <Suspense fallback={null}>
      <Current />
    </Suspense>
  );
}

function Current() {
  const { path } = usePlace();
  const now = useStore(session);
  useEffect(() => {
    // While somebody signs in, the shell can come already.
    if (now.state === 'SIGNED_OUT') void signedIn();
  }, [now.state]);

  if (path === '/setup' || path === '/invitation') {
    return <LinkPage isSetUp={path === '/setup'} />;
  }

  switch (now.state) {
    case 'UNKNOWN':
      return null;
    case 'UNREACHABLE':
      return <UnreachablePage error={now.error} />;
    case 'SIGNED_OUT':
      return <SignInPage reason={now.reason} />;
    case 'SIGNED_IN':
      return now.viewer.mustSetUpSecondFactor ? <FactorPage /> : <SignedIn viewer={now.viewer} />;
  }
}
