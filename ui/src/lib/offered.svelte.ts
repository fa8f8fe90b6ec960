// A file that waits for the import screen: dropped on the window, or given at start.
import type { OfferedFile } from "./generated/api";

const state = $state<{ file: OfferedFile | undefined }>({ file: undefined });

/** The file that waits. */
export function offeredFile(): OfferedFile | undefined {
  return state.file;
}

/** Offers a file; none once it was taken. */
export function offerFile(file: OfferedFile | undefined): void {
  state.file = file;
}
