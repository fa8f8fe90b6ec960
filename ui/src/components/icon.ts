// The type of a Lucide icon, so that components can be handed one.
import type { Component } from "svelte";
import type { LucideProps } from "@lucide/svelte";

/** A Lucide icon. */
export type Icon = Component<LucideProps>;
