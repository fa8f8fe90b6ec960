// Dragging with the pointer: pointer events, not the drag of HTML, which is switched off on Windows while files can be dropped on
// the window.
import {
  Accessibility,
  DragDropManager,
  Draggable,
  Droppable,
  Feedback,
  PointerActivationConstraints,
  PointerSensor,
} from "@dnd-kit/dom";

interface Hears {
  start?: (source: string) => void;
  /** Over a place, or over none. */
  over?: (target: string | undefined) => void;
  /** Let go: over a place, or over none. */
  end: (source: string, target: string | undefined) => void;
}

/** What is dragged and dropped on one screen. */
export interface Dragging {
  /** Makes an element something to drag, for an attachment. */
  draggable: (id: string) => (element: HTMLElement) => () => void;
  /** Makes an element a place to drop on, for an attachment. */
  droppable: (id: string) => (element: HTMLElement) => () => void;
  destroy: () => void;
}

/** Begins listening. What is dragged stays where it is until the screen moves it: a copy follows the pointer. */
export function pointerDrag({ start, over, end }: Hears): Dragging {
  const manager = new DragDropManager({
    sensors: [
      // The first few pixels tell a drag from a click.
      PointerSensor.configure({ activationConstraints: [new PointerActivationConstraints.Distance({ value: 5 })] }),
    ],
    // Accessibility is left out: in English only, it tells of keys that do nothing here and calls everything a toggle.
    plugins: (defaults) => [
      ...defaults.filter((it) => it !== Accessibility),
      Feedback.configure({ feedback: "clone", dropAnimation: null }),
    ],
  });
  const name = (it: { id: unknown } | null): string | undefined => (it ? String(it.id) : undefined);
  manager.monitor.addEventListener("dragstart", ({ operation }) => start?.(name(operation.source) ?? ""));
  manager.monitor.addEventListener("dragover", ({ operation }) => over?.(name(operation.target)));
  manager.monitor.addEventListener("dragend", ({ operation, canceled }) =>
    end(name(operation.source) ?? "", canceled ? undefined : name(operation.target)),
  );
  return {
    draggable: (id) => (element) => {
      const made = new Draggable({ id, element }, manager);
      return () => made.destroy();
    },
    droppable: (id) => (element) => {
      const made = new Droppable({ id, element }, manager);
      return () => made.destroy();
    },
    destroy: () => manager.destroy(),
  };
}
