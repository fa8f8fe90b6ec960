// What becomes of somebody with their answers, said in a sentence before it is done.
import type { QualifyPreview } from "../lib/generated/api";
import { t } from "../lib/i18n.svelte";

/** The sentence. */
export function becomes({ judgement, now, then, lifecycle }: QualifyPreview, name: string): string {
  const counts = { name, yes: judgement.required_yes, of: judgement.required };
  if (then.kind === "not_a_fit" && now.kind !== "not_a_fit") return t("becomes-not-a-fit", counts);
  if (then.kind === "step" && now.kind !== "step") return t("becomes-prospect", counts);
  if (now.kind === "not_a_fit" && then.kind !== "not_a_fit") return t("becomes-lead-again", counts);
  if (lifecycle === "customer" || lifecycle === "repeat_customer") return t("stays-customer", counts);
  if (lifecycle === "prospect") return t("stays-prospect", counts);
  if (judgement.yes > 0 && judgement.no === 0) return t("stays-promising", counts);
  return t("stays-lead", counts);
}
