// Whoever comes back to a screen finds it as they left it: scrolled as far, and with the keys on the same thing. Whoever
// comes to a new one starts at its top.
import { onTurn } from "./route.svelte";

interface Place {
  scroll: number;
  /** What had the focus: its kind and its words, and which one of those with the same. */
  focus: { selector: string; words: string; nth: number } | undefined;
}

/** How long a screen may take to fetch what it shows, in milliseconds. */
const PATIENCE = 1500;

function words(element: Element): string {
  return element.getAttribute("aria-label") ?? element.textContent.trim();
}

function alike(main: HTMLElement, selector: string, text: string): HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>(selector)].filter((it) => words(it) === text);
}

function look(main: HTMLElement): Place {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !main.contains(focused) || focused === main) {
    return { scroll: main.scrollTop, focus: undefined };
  }
  const role = focused.getAttribute("role");
  const selector = role ? `[role="${role}"]` : focused.tagName.toLowerCase();
  const text = words(focused);
  return {
    scroll: main.scrollTop,
    focus: { selector, words: text, nth: alike(main, selector, text).indexOf(focused) },
  };
}

/** For the part of the window in which the screens stand. */
export function keepPlace(main: HTMLElement): () => void {
  const places = new Map<number, Place>();
  let waiting = 0;

  function put(place: Place, until: number): void {
    const { scroll, focus } = place;
    main.scrollTop = scroll;
    const found = focus && alike(main, focus.selector, focus.words)[focus.nth];
    // Something the screen itself gave the focus to keeps it.
    if (found && !main.contains(document.activeElement)) found.focus({ preventScroll: true });
    const arrived = Math.abs(main.scrollTop - scroll) < 2 && (!focus || found);
    if (!arrived && performance.now() < until) waiting = requestAnimationFrame(() => put(place, until));
  }

  const stopWaiting = (): void => cancelAnimationFrame(waiting);
  const end = onTurn((from, to, fresh) => {
    stopWaiting();
    places.set(from, look(main));
    const known = fresh ? undefined : places.get(to);
    waiting = requestAnimationFrame(() => put(known ?? { scroll: 0, focus: undefined }, performance.now() + PATIENCE));
  });
  // Who already scrolls or types is not pulled back.
  main.addEventListener("wheel", stopWaiting, { passive: true });
  main.addEventListener("keydown", stopWaiting);
  return () => {
    stopWaiting();
    end();
    main.removeEventListener("wheel", stopWaiting);
    main.removeEventListener("keydown", stopWaiting);
  };
}
