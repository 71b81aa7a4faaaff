import { useStore } from '../graph/store';
import { session, type Permission, type Viewer } from './session';

/** Who is signed in; only for what is shown to somebody who is. */
export function useViewer(): Viewer {
  const now = useStore(session);
  if (now.state !== 'SIGNED_IN') {
    throw new Error('Nobody is signed in.');
  }

  return now.viewer;
}

/** Whether who is signed in may do something. */
export const useMay = (permission: Permission): boolean => useViewer().permissions.includes(permission);
