// How a backup is told: when it was made, and what is in it.
import type { BackupView } from "./generated/api";
import { longDate, megabytes, t, time } from "./i18n.svelte";

/** `24 November 2026 10:15`. */
export function backupMoment(civil: string): string {
  return `${longDate(civil)} ${time(civil)}`;
}

/** `300 people, 1,200 conversations, 1.4 MB`. */
export function backupContents(it: BackupView): string {
  return t("backup-contents", {
    contacts: it.contacts,
    conversations: it.conversations,
    size: megabytes(it.bytes),
  });
}
