import { useRef, useState } from 'react';
import { ask } from '../../graph/client';
import { graphql } from '../../graph/graphql';
import { Refusal } from '../../graph/refusal';
import { createDraftDocument } from '../documents';
import type { JsonObject } from './document';
import type { Finding } from './findings';

const createDocument = graphql(`mutation CreateConfiguration($configuration: JSON!) { createConfiguration(configuration: $configuration) { id } }`);
const replaceDocument = graphql(`mutation ReplaceConfiguration($id: UUID!, $configuration: JSON!, $tag: String!) { replaceConfiguration(id: $id, configuration: $configuration, ifTag: $tag) { id } }`);
const createInDraftDocument = graphql(`mutation CreateDraftConfiguration($draft: UUID!, $configuration: JSON!, $tag: String) { createDraftConfiguration(id: $draft, configuration: $configuration, ifTag: $tag) { id } }`);
const replaceInDraftDocument = graphql(
  `mutation ReplaceDraftConfiguration($draft: UUID!, $id: UUID!, $configuration: JSON!, $tag: String) { replaceDraftConfiguration(id: $draft, configurationId: $id, configuration: $configuration, ifTag: $tag) { id } }`,
);

/** A configuration that is there: in the policy in force, or in a draft. */
export interface Edited {
  readonly id: string;
  readonly configurationName: string;
  /** What holds its state apart from others; empty in a draft, which has one for all that is in it. */
  readonly tag: string;
  readonly document: unknown;
}

/** Where a configuration is saved. */
export type Target =
  | { readonly where: 'FORCE' }
  | { readonly where: 'NEW_DRAFT'; readonly name: string }
  /** The tag is that of the draft that was looked at; none where it was not. */
  | { readonly where: 'DRAFT'; readonly id: string; readonly tag: string | null };

/** A draft that was made for a configuration, and stays the same one where saving into it has to be tried again. */
interface Made {
  draft: string | null;
}

async function save(target: Target, edited: Edited | null, configuration: JsonObject, made: Made): Promise<void> {
  if (target.where === 'FORCE') {
    await (edited ? ask(replaceDocument, { id: edited.id, configuration, tag: edited.tag }) : ask(createDocument, { configuration }));
    return;
  }

  if (target.where === 'NEW_DRAFT') {
    made.draft ??= (await ask(createDraftDocument, { name: target.name, comment: null })).createDraft.id;
  }

  const [draft, tag] = target.where === 'DRAFT' ? [target.id, target.tag] : [made.draft ?? '', null];
  await (edited ? ask(replaceInDraftDocument, { draft, id: edited.id, configuration, tag }) : ask(createInDraftDocument, { draft, configuration, tag }));
}

/** A configuration on its way to be saved. */
export interface Saving {
  readonly isBusy: boolean;
  /** Why it was not saved. */
  readonly error: Error | undefined;
  /** What was refused of it, member by member. */
  readonly findings: readonly Finding[];
  readonly run: (target: Target, configuration: JsonObject) => Promise<boolean>;
}

/** Saves a configuration, and says what was wrong with it. */
export function useSaving(edited: Edited | null, document: JsonObject): Saving {
  const [state, setState] = useState<{ of: JsonObject | null; isBusy: boolean; error: Error | undefined }>({ of: null, isBusy: false, error: undefined });
  const made = useRef<Made>({ draft: null });
  const run = async (target: Target, configuration: JsonObject) => {
    setState({ of: configuration, isBusy: true, error: undefined });
    try {
      await save(target, edited, configuration, made.current);
      setState({ of: configuration, isBusy: false, error: undefined });
      return true;
    } catch (error) {
      setState({ of: configuration, isBusy: false, error: error as Error });
      return false;
    }
  };
  const error = state.of === document ? state.error : undefined;
  return { isBusy: state.isBusy, error, findings: findingsOf(error), run };
}

/** What a refusal says of members of the configuration; nothing where it is about something else. */
export const findingsOf = (error: Error | undefined): readonly Finding[] =>
  error instanceof Refusal && error.status === 400 ? error.reasons.filter((reason) => reason.member !== '').map((reason) => ({ member: `/${reason.member}`, message: reason.message, isWarning: false })) : [];
