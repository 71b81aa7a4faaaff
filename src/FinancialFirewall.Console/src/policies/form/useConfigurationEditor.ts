import { useMemo, useState } from 'react';
import { useQuery } from '../../graph/useQuery';
import { useViewer } from '../../session/useViewer';
import { newConfiguration } from '../configurationText';
import { noVocabulary, vocabularyDocument } from '../expressions/vocabulary';
import type { Json, JsonObject, Path } from './document';
import { merged, type Finding } from './findings';
import { workKey } from './keptWork';
import { useSaving, type Edited, type Target } from './saving';
import { sectionOf, sections } from './sections';
import { useFindings } from './useFindings';
import { useJsonText } from './useJsonText';
import { useWork } from './useWork';

/** The draft that a configuration is in. */
export interface InDraft {
  readonly id: string;
  readonly tag: string;
}

/** Everything that an editor of one configuration does. */
export type ConfigurationEditor = ReturnType<typeof useConfigurationEditor>;

/** Works on a configuration: a new one where `edited` is null, in a draft or in the policy in force. */
export function useConfigurationEditor(edited: Edited | null, draft: InDraft | null, onDone: () => void) {
  const key = workKey(useViewer(), { draft: draft?.id ?? null, configuration: edited?.id ?? null, tag: edited?.tag ?? null });
  const work = useWork(key, (edited?.document ?? newConfiguration) as JsonObject);
  const document = work.editing.now;
  const [section, setSection] = useState(sections[0] as (typeof sections)[number]);
  const [target, setTarget] = useState<Target>(draft ? { where: 'DRAFT', id: draft.id, tag: draft.tag } : { where: 'FORCE' });
  const json = useJsonText(document, work.change);
  const inDraft = target.where === 'DRAFT' ? target.id : null;
  const vocabulary = useQuery(vocabularyDocument, { draft: inDraft }).data?.expressionVocabulary ?? noVocabulary;
  const writing = useMemo(() => ({ vocabulary, draft: inDraft }), [vocabulary, inDraft]);
  const looked = useFindings(document, edited?.id ?? null, inDraft);
  const saving = useSaving(edited, document);
  const findings: readonly Finding[] = merged(looked.findings, saving.findings);
  const errors = findings.filter((one) => !one.isWarning);

  const save = async () => {
    if (json.problem !== '' || saving.isBusy) return;
    if (looked.isCurrent && errors.length > 0) {
      setSection((before) => sectionOf(errors[0]?.member ?? '') ?? before);
    } else if (await saving.run(target, document)) {
      work.settle();
      onDone();
    }
  };
  const put = (path: Path, value: Json | undefined) => {
    json.follow();
    work.change({ act: 'PUT', path, value });
  };
  const step = (act: 'UNDO' | 'REDO') => {
    json.follow();
    work.change({ act });
  };
  return { document, work, json, section, setSection, target, setTarget, writing, looked, saving, findings, errors, save, put, step, isUnsaved: work.isChanged || json.problem !== '' };
}
