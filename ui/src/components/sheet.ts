// The picture of a sheet: where its labels are, and which one the keys go to.
import type { LabelArea, PrintedLabel, SheetLayout } from "../lib/generated/api";

export type { LabelArea, PrintedLabel, SheetLayout as LabelLayout };

/** The label at a position, as the measures of the sheet say. */
export function areaOf(layout: SheetLayout, at: number): LabelArea {
  return {
    x: layout.left + (at % layout.columns) * layout.pitch_x,
    y: layout.top + Math.floor(at / layout.columns) * layout.pitch_y,
    width: layout.label_width,
    height: layout.label_height,
  };
}

/** The position to which a key goes; none for a key that goes nowhere. */
export function moved(layout: SheetLayout, from: number, key: string): number | undefined {
  const last = layout.columns * layout.rows - 1;
  const steps: Record<string, number> = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from - layout.columns,
    ArrowDown: from + layout.columns,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  if (to === undefined) return undefined;
  return to < 0 || to > last ? from : to;
}
