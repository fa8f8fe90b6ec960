// Why two people may be one, in words.
import type { Why } from "../../lib/generated/api";
import { t } from "../../lib/i18n.svelte";

/** A reason in words. */
export function whyText(why: Why): string {
  const { kind, ...values } = why;
  return t(`why-${kind.replaceAll("_", "-")}`, values);
}
