import { decisionSections } from './decisionSections';
import { pointerOf } from './document';
import { engineSections } from './engineSections';
import type { Section } from './fields';
import { generalSections } from './generalSections';
import { ruleSections } from './ruleSections';

/** Every section of the form, in chapters. A new member gets its row in one of their tables, and is nowhere else to be announced. */
export const chapters: readonly { readonly title: string; readonly sections: readonly Section[] }[] = [
  { title: 'Configuration', sections: generalSections },
  { title: 'Rules', sections: ruleSections },
  { title: 'Decision', sections: decisionSections },
  { title: 'Bank’s engine', sections: engineSections },
];

/** Every section. */
export const sections: readonly Section[] = chapters.flatMap((chapter) => chapter.sections);

const specials = { CUSTOM_RULES: '/riskRules/customRules', CRITERIA: '/decisionCriteria' } as const;

/** The places that a section writes, as JSON pointers. */
export const placesOf = (section: Section): readonly string[] => [...section.groups.flatMap((group) => group.fields.map((field) => pointerOf(field.path))), ...(section.special ? [specials[section.special]] : [])];

/** Whether a place is another one, or lies inside it. */
export const isWithin = (pointer: string, place: string): boolean => pointer === place || pointer.startsWith(`${place}/`);

/** The section that a place belongs to; undefined for the document as a whole, and for what the form does not know. */
export function sectionOf(pointer: string): Section | undefined {
  const exact = sections.find((section) => placesOf(section).some((place) => isWithin(pointer, place)));
  return exact ?? (pointer === '' ? undefined : sections.find((section) => placesOf(section).some((place) => isWithin(place, pointer))) ?? (isWithin(pointer, '/riskRules/weights') ? sections.find((section) => section.special === 'CUSTOM_RULES') : undefined));
}
