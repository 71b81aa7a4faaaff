import { graphql, type ResultOf } from '../graph/graphql';

const tenantFragment = graphql(`fragment TenantRow on Tenant @_unmask { tenantId name status statusReason statusSince createdAt retentionYears maximumApiKeys requiresApproval secondFactorRequired reviews { fourEyes lowMinutes mediumMinutes highMinutes criticalMinutes } }`);

/** One's own tenant; for the operator all of them. */
export const tenantsDocument = graphql(`query Tenants { tenants { ...TenantRow } }`, [tenantFragment]);

/** A tenant. */
export type Tenant = ResultOf<typeof tenantsDocument>['tenants'][number];

/** Changes settings. */
export const configureDocument = graphql(`mutation ConfigureTenant($id: ID!, $settings: TenantSettingsInput!) { configureTenant(id: $id, settings: $settings) { tenantId } }`);

/** Creates a tenant. */
export const createDocument = graphql(`mutation CreateTenant($tenant: NewTenantInput!) { createTenant(tenant: $tenant) { apiKey tenant { tenantId name } } }`);

/** Suspends a tenant. */
export const suspendDocument = graphql(`mutation SuspendTenant($id: ID!, $reason: String!) { suspendTenant(id: $id, reason: $reason) { tenantId } }`);

/** Lets a tenant work again. */
export const resumeDocument = graphql(`mutation ResumeTenant($id: ID!, $reason: String!) { resumeTenant(id: $id, reason: $reason) { tenantId } }`);

/** Closes a tenant for good. */
export const closeDocument = graphql(`mutation CloseTenant($id: ID!, $reason: String!) { closeTenant(id: $id, reason: $reason) { tenantId } }`);
