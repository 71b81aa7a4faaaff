import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema-types';

/** Reads documents whose results and variables have the types that `schema.graphql` gives them. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Decimal: number; Long: number; UUID: string; JSON: unknown };
}>();

export type { ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';
