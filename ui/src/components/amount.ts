// Reading an amount as people type it, in the minor units of its currency. What could be two amounts is none.
import { minorDigits } from "../lib/i18n.svelte";

/** The minor units of a typed amount; none where it is not one. */
export function readAmount(typed: string, currency: string): number | undefined {
  const digits = minorDigits(currency);
  // The sign of another currency would say another amount.
  const text = typed.replace(/[\s'’]/g, "").replace(currency === "EUR" ? /^€|€$/ : "", "");
  if (!/^\d[\d.,]*$/.test(text)) return undefined;
  const marks = text.match(/[.,]/g) ?? [];
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const behind = text.length - last - 1;
  const mixed = new Set(marks).size > 1;
  // One kind of mark more than once parts thousands; so does a single one before three digits, but where the currency
  // has three digits itself.
  const parts = mixed ? marks.filter((mark) => mark === text[last]).length === 1 : marks.length === 1;
  const pointed = marks.length > 0 && parts && (mixed || behind !== 3 || digits === 3);
  const whole = (pointed ? text.slice(0, last) : text).replace(/[.,]/g, "");
  const fraction = pointed ? text.slice(last + 1) : "";
  if (fraction.length > digits || (pointed && fraction === "")) return undefined;
  const minor = Number(whole + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
