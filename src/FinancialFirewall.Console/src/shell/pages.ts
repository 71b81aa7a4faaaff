import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { IconName } from '../icons/Icon';
import type { Permission } from '../session/session';

/** A page of the console. */
export interface PageEntry {
  readonly path: string;
  readonly title: string;
  readonly icon: IconName;
  /** What it takes to use it: whoever has it not neither sees the page nor reaches it. */
  readonly needs: Permission;
  /** The group of the navigation that it stands in; pages without one are reached from others. */
  readonly group?: 'Watch' | 'Decide' | 'Prove' | 'Administer';
  readonly component: LazyExoticComponent<ComponentType<{ parameters: Record<string, string> }>>;
}

/** Every page, in the order of the navigation. A new one gets its row here, and is nowhere else to be announced. */
export const pages: readonly PageEntry[] = [
  { path: '/', title: 'Dashboard', icon: 'dashboard', needs: 'LIST_ASSESSMENTS', group: 'Watch', component: lazy(() => import('../dashboard/DashboardPage')) },
  { path: '/assessments', title: 'Assessments', icon: 'payments', needs: 'LIST_ASSESSMENTS', group: 'Watch', component: lazy(() => import('../assessments/AssessmentsPage')) },
  { path: '/assessments/:id', title: 'Assessment', icon: 'payments', needs: 'FIND_ASSESSMENTS', component: lazy(() => import('../assessments/AssessmentPage')) },
  { path: '/reviews', title: 'Reviews', icon: 'check', needs: 'LIST_ASSESSMENTS', group: 'Decide', component: lazy(() => import('../reviews/ReviewsPage')) },
  { path: '/toggles', title: 'Toggles', icon: 'toggles', needs: 'READ_TOGGLES', group: 'Decide', component: lazy(() => import('../toggles/TogglesPage')) },
  { path: '/policy', title: 'Policy', icon: 'policy', needs: 'READ_POLICIES', group: 'Decide', component: lazy(() => import('../policies/PolicyPage')) },
  { path: '/lists', title: 'Lists', icon: 'lists', needs: 'READ_LISTS', group: 'Decide', component: lazy(() => import('../lists/ListsPage')) },
  { path: '/lists/:name', title: 'List', icon: 'lists', needs: 'READ_LISTS', component: lazy(() => import('../lists/ListPage')) },
  { path: '/audit', title: 'Audit log', icon: 'audit', needs: 'READ_AUDIT', group: 'Prove', component: lazy(() => import('../audit/AuditPage')) },
  { path: '/people', title: 'People', icon: 'people', needs: 'READ_USERS', group: 'Administer', component: lazy(() => import('../people/PeoplePage')) },
  { path: '/keys', title: 'API keys', icon: 'keys', needs: 'READ_KEYS', group: 'Administer', component: lazy(() => import('../keys/KeysPage')) },
  { path: '/tenant', title: 'Tenant', icon: 'tenant', needs: 'READ_TENANTS', group: 'Administer', component: lazy(() => import('../tenants/TenantPage')) },
  { path: '/account', title: 'Your account', icon: 'account', needs: 'USE_SESSION', component: lazy(() => import('../account/AccountPage')) },
];

/** The groups of the navigation, in their order. */
export const groups = ['Watch', 'Decide', 'Prove', 'Administer'] as const;

/** The pages that somebody may use. */
export const pagesFor = (permissions: readonly Permission[]): readonly PageEntry[] => pages.filter((page) => permissions.includes(page.needs));
