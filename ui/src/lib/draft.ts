import type { ContactDraft } from "./generated/api";

/** The fields of somebody of whom nothing is known yet. */
export function emptyDraft(): ContactDraft {
  return {
    name: { prefix: "", given: "", particle: "", family: "", display: "" },
    company: "",
    job_title: "",
    emails: [],
    phones: [],
    websites: [],
    addresses: [],
    birthday: null,
    language: "",
    source: null,
    tags: [],
    custom: [],
    note: "",
  };
}
