import { t } from "../../lib/i18n.svelte";
import { AppError } from "../../lib/ipc";
import { tell, tellError } from "../../lib/toast.svelte";

/** Tells why a dry run or an import ended early. To be stopped is no error. */
export function tellStopped(error: unknown): void {
  if (error instanceof AppError && error.code === "cancelled") tell(t("error-cancelled"));
  else tellError(error);
}
