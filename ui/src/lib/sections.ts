// The parts of the settings, in the order in which they stand there: gone to from their top, and by name from anywhere.
export const SECTIONS = [
  "general",
  "alarms",
  "capture",
  "data",
  "criteria",
  "steps",
  "sources",
  "templates",
  "fields",
  "tags",
  "backups",
  "ledger",
  "calendar",
  "lock",
  "privacy",
] as const;

/** A part of the settings. */
export type Section = (typeof SECTIONS)[number];
