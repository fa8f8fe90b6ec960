// A window that nobody has seen for a while gives back what its page costs. The page decides, as it knows what would be lost.
import { call } from "./ipc";
import { go, route, type Route } from "./route.svelte";

/** How long the window is hidden before its page goes: closing it by mistake costs nothing. */
const LINGERS = 20_000;

const holds = new Set<() => boolean>();

/** Keeps the page while this says so, beside what {@link mustStay} sees itself. Gives the function that ends it. */
export function holdPage(hold: () => boolean): () => void {
  holds.add(hold);
  return () => holds.delete(hold);
}

/** Whether something stands in the page that would be lost with it: a form, a written text, or what is held. */
export function mustStay(): boolean {
  const written = [...document.querySelectorAll("textarea")].some((field) => field.value.trim() !== "");
  return written || document.querySelector("form") !== null || [...holds].some((hold) => hold());
}

/** Has the page go some time after the window was hidden. Gives the function that ends it. */
export function restWhenHidden(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    clearTimeout(timer);
    timer = document.hidden ? setTimeout(rest, LINGERS) : undefined;
  }

  function rest(): void {
    if (mustStay()) return look();
    const here = route();
    // What an alarm marked is not worth remembering.
    const place: Route = here.screen === "today" ? { screen: "today" } : here;
    // Without an answer it stays: the window was shown meanwhile, or this desktop has none to drop.
    void call("rest_window", { place: JSON.stringify(place) }).catch(() => undefined);
  }

  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

/** Goes where the page was before it went. */
export function comeBack(place: string | null): void {
  if (place !== null) go(JSON.parse(place) as Route);
}
