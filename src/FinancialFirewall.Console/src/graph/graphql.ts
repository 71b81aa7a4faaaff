import type { initGraphQLTada } from 'gql.tada';
import { composed } from './composed';
import type { introspection } from './schema-types';

type Typed = ReturnType<typeof initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Decimal: number; Long: number; UUID: string; JSON: unknown };
}>>;

/** Documents whose results and variables have the types that `schema.graphql` gives them. They are sent as they are written, so that nothing has to read them here. */
export const graphql = composed as unknown as Typed;

export type { ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';
