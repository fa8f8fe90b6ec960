// What Rust gives along with the page: the answers to its first questions and the sentences of the language, so that its first
// picture is whole and drawn once. What changed since is told once the page listens.
import type { Commands, Language } from "./generated/api";

type Answers = { [K in keyof Commands]?: Commands[K]["output"] };

declare global {
  interface Window {
    rappel?: { answers: Answers; sentences: { language: Language; source: string } };
  }
}

/** A page that is loaded anew finds what was given to the one before it. */
function isNew(): boolean {
  const [how] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return how?.type !== "reload";
}

let answers: Answers = (isNew() && window.rappel?.answers) || {};

/** Whether a question has its answer here. */
export function hasFirstAnswer(name: keyof Commands): boolean {
  return name in answers;
}

/** The answer to a question that takes nothing, once. */
export function firstAnswer<K extends keyof Commands>(name: K): Commands[K]["output"] | undefined {
  const answer = answers[name];
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
  delete answers[name];
  return answer;
}

/** The answers are no longer told of what changes. */
export function firstAnswersAreOld(): void {
  answers = {};
}

/** The sentences of a language, where they came with the page. */
export function firstSentences(language: Language): string | undefined {
  const given = window.rappel?.sentences;
  return given?.language === language ? given.source : undefined;
}
