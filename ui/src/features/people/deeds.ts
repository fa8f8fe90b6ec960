// What can be done to many people at once.
import type { ManyDeed } from "../../lib/generated/api";
import { t } from "../../lib/i18n.svelte";

/** The name of a deed. */
export type DeedKind = ManyDeed["kind"];

/** What changes where they stand. */
export const standings: readonly DeedKind[] = ["later", "decline", "not_a_fit", "activate"];

/** The words of a deed. */
export function deedText(kind: DeedKind): string {
  return t(`many-${kind.replaceAll("_", "-")}`);
}

/** What else can be done, in the trash and outside it. */
export function others(inTrash: boolean): readonly DeedKind[] {
  return inTrash ? ["remove_tag", "set_source", "restore"] : ["remove_tag", "set_source", "trash"];
}

/** All of it, for a menu. */
export function allDeeds(inTrash: boolean): readonly DeedKind[] {
  return inTrash ? ["restore"] : ["add_tag", "plan_follow_up", ...standings, ...others(false)];
}
