// Takes an import back and says who stays.
import { t } from "../../lib/i18n.svelte";
import { call } from "../../lib/ipc";
import { tell, tellError } from "../../lib/toast.svelte";

/** Takes a batch back. Gives whether it went well. */
export async function undoImport(batch: number): Promise<boolean> {
  try {
    const undone = await call("undo_import", { batch });
    if (undone.kept) tell(t("import-kept", { count: undone.kept }));
    return true;
  } catch (error) {
    tellError(error);
    return false;
  }
}
