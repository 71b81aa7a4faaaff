import { lazy, Suspense, useEffect } from 'react';
import { useStore } from '../graph/store';
import { EmptyState } from '../layout/EmptyState';
import { isTourShown } from '../onboarding/shown';
import { match } from '../routing/address';
import { navigate, usePlace } from '../routing/location';
import type { Viewer } from '../session/session';
import { pages, pagesFor } from './pages';
import { Shell } from './Shell';

const Tour = lazy(() => import('../onboarding/Tour'));

/** The shell with the page that the address names. */
export default function SignedIn({ viewer }: { viewer: Viewer }) {
  const isTouring = useStore(isTourShown);
  return (
    <Shell>
      <CurrentPage viewer={viewer} />
      {isTouring && (
        <Suspense fallback={null}>
          <Tour />
        </Suspense>
      )}
    </Shell>
  );
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
