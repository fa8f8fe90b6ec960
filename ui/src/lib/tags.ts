import type { TagView } from "./generated/api";
import { call } from "./ipc";
import { type Live, live } from "./live.svelte";

/** The tags that somebody has, the most used first. */
export function tagsInUse(): Live<TagView[]> {
  return live(["settings", "contacts"], async () => {
    const { tags } = await call("list_tags", { words: "" });
    return tags.filter((tag) => tag.count > 0);
  });
}
