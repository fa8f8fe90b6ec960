// Runs in the page. What was measured stands in `window.measured` at the end.
window.measured = undefined;
const frame = () => new Promise((done) => requestAnimationFrame(done));
const pause = (time) => new Promise((done) => setTimeout(done, time));

/** Waits until what stands in the page now was painted; when that was. */
const painted = () =>
  new Promise((done) =>
    requestAnimationFrame(() => {
      // A message that is sent in a frame comes when it was painted.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(null);
    }),
  );

/** Waits for a state of the page, looking whenever something in it changes. */
function until(isThere) {
  if (isThere()) return Promise.resolve();
  return new Promise((done, fail) => {
    const look = () => {
      if (!isThere()) return;
      observer.disconnect();
      clearTimeout(timer);
      done();
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => fail(new Error("waited too long")), 10_000);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

const list = () => document.querySelector(".table [role=listbox]");
const scroller = () => list()?.firstElementChild;
const rows = () => [...(list()?.querySelectorAll("[role=option]") ?? [])];

/** Whether every row that one sees is drawn with somebody in it. */
function isWhole() {
  const box = scroller()?.getBoundingClientRect();
  if (!box) return false;
  let seen = box.top;
  for (const row of rows().sort((a, b) => Number(a.ariaPosInSet) - Number(b.ariaPosInSet))) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom <= box.top || top >= box.bottom) continue;
    if (top > seen + 1 || row.querySelector(".waiting")) return false;
    seen = bottom;
  }
  const size = Number(rows()[0]?.ariaSetSize ?? 0);
  return seen >= box.bottom - 1 || rows().some((row) => Number(row.ariaPosInSet) === size);
}

/** Whether the list is that of a search: so many, and this one first. */
function isAnswer({ total, first }) {
  if (total === 0) return !list();
  const row = rows().find((it) => it.ariaPosInSet === "1");
  return row?.ariaSetSize === String(total) && row.querySelector(".name")?.textContent === first && isWhole();
}

/** Types each of these into the field; the time from each letter to the list that stands painted. */
async function type(searches) {
  const field = document.querySelector("input[type=search]");
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  // The floor: a few letters elsewhere on the page.
  const sign = document.body.appendChild(document.createElement("div"));
  sign.style.cssText = "position: fixed; inset: auto 0 0 auto";
  const ours = [];
  const floor = [];
  for (const search of searches) {
    await pause(120);
    let start = performance.now();
    sign.textContent = search.word;
    floor.push((await painted()) - start);
    await pause(30);
    set.call(field, search.word);
    start = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await until(() => isAnswer(search));
    ours.push((await painted()) - start);
  }
  sign.remove();
  return { ours, floor };
}

/** Scrolls so many pixels with each frame; how long each took, and the most frames in a row in which something was not drawn. */
async function scroll(by, frames) {
  const times = [];
  let blank = 0;
  let longest = 0;
  let before = await frame();
  for (let at = 0; at < frames; at++) {
    scroller().scrollTop += by;
    const now = await frame();
    times.push(now - before);
    before = now;
    blank = isWhole() ? 0 : blank + 1;
    longest = Math.max(longest, blank);
  }
  return { times, longest };
}

/** Goes to the end in so many leaps, as the scroll bar is dragged; how many frames nothing stood there after each. */
async function leap(leaps) {
  const blank = [];
  const end = scroller().scrollHeight - scroller().clientHeight;
  for (let at = 1; at <= leaps; at++) {
    scroller().scrollTop = (end * at) / leaps;
    let frames = 0;
    await frame();
    while (!isWhole()) {
      frames++;
      await frame();
    }
    blank.push(frames);
    for (let rest = 0; rest < 6; rest++) await frame();
  }
  return { blank };
}

void (async () => {
  const [what, ...input] = arguments;
  try {
    window.measured = await { type, scroll, leap }[what](...input);
  } catch (error) {
    window.measured = { error: String(error) };
  }
})();
