// A search that is asked anew with every letter: the answer to the last one counts, and Enter that was pressed before it came waits for it.
import { tick } from "svelte";
import { isOvertaken } from "./ipc";
import { tellError } from "./toast.svelte";

export class Search<T> {
  readonly #ask: (words: string, number: number) => Promise<T>;
  readonly #show: (answer: T) => Promise<void>;
  #asked = 0;
  #answered = 0;
  #entered = false;

  /** `show` shows an answer, and puts the keys on the best of it, whatever they stood on before it came. */
  constructor(ask: (words: string, number: number) => Promise<T>, show: (answer: T) => Promise<void>) {
    this.#ask = ask;
    this.#show = show;
  }

  async look(words: string, entered = false): Promise<void> {
    const question = ++this.#asked;
    this.#entered = entered;
    try {
      const answer = await this.#ask(words, question);
      // A newer letter was typed meanwhile: its answer counts.
      if (question !== this.#asked) return;
      await this.#show(answer);
    } catch (error) {
      if (question !== this.#asked) return;
      if (isOvertaken(error)) return this.look(words, this.#entered);
      // What stands there still was not asked for, so nothing of it is taken.
      this.#entered = false;
      tellError(error);
    }
    if (question !== this.#asked) return;
    this.#answered = question;
    if (!this.#entered) return;
    await tick();
    document.querySelector<HTMLElement>(".picker-list [role=option][aria-selected=true]")?.click();
  }

  /** Enter was pressed. Gives whether it waits for the answer. */
  enter(): boolean {
    this.#entered = this.#answered !== this.#asked;
    return this.#entered;
  }

  /** Whoever types fast presses Enter before the answer to the last letter has come, and means that one. */
  readonly onkeydowncapture = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing || !this.enter()) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
