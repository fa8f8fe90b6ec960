// Bars drawn by Chart.js, of which only these parts are taken. Nothing moves; colours are those of the page, in its theme and on paper.
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** One row of bars. */
export interface Series {
  label: string;
  values: readonly number[];
  /** The name of a pair of colours of the page, as `lead`. */
  tone: string;
  /** The part of the room beside each other that its bars take; series stand before each other, the widest behind. */
  width: number;
}

/** What is drawn. */
export interface Spec {
  labels: readonly string[];
  series: readonly Series[];
  /** How a value is said. */
  format: (value: number) => string;
  /** A bar was clicked: its place in the row, and in which row. */
  onpick: (at: number, series: number) => void;
}

/** A drawing that can be drawn anew with the same or with something else, in the theme or in light, as for paper. */
export interface Drawing {
  draw(spec: Spec, light?: boolean): void;
  end(): void;
}

/** The colour that a variable of the page comes to on an element. */
function colour(on: HTMLElement, name: string): string {
  on.style.color = `var(--${name})`;
  const found = getComputedStyle(on).color;
  on.style.color = "";
  return found;
}

/** Begins to draw on a canvas. */
export function begin(canvas: HTMLCanvasElement): Drawing {
  let picked: Spec["onpick"] = () => undefined;
  let format: Spec["format"] = String;
  const chart = new Chart<"bar", number[], string>(canvas, {
    type: "bar",
    data: { labels: [], datasets: [] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      onClick: (_event, found, chart) => {
        const top = found.toSorted((a, b) => b.datasetIndex - a.datasetIndex)[0];
        if (top && chart.data.datasets[top.datasetIndex]?.data[top.index]) picked(top.index, top.datasetIndex);
      },
      onHover: (_event, found) => (canvas.style.cursor = found.length ? "pointer" : ""),
      plugins: {
        tooltip: {
          callbacks: { label: (item) => `${item.dataset.label ?? ""} ${format(Number(item.raw))}`.trim() },
        },
      },
      scales: {
        x: { grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 8 } },
        y: {
          beginAtZero: true,
          border: { display: false },
          ticks: { precision: 0, maxTicksLimit: 5, callback: (value) => format(Number(value)) },
        },
      },
    },
  });

  return {
    draw(spec, light = false) {
      picked = spec.onpick;
      format = spec.format;
      canvas.style.colorScheme = light ? "light" : "";
      const [ink, line, surface] = [colour(canvas, "ink-2"), colour(canvas, "line"), colour(canvas, "surface")];
      chart.data = {
        labels: [...spec.labels],
        datasets: spec.series.map((it, at) => ({
          label: it.label,
          data: [...it.values],
          backgroundColor: colour(canvas, `${it.tone}-soft`),
          borderColor: colour(canvas, it.tone),
          borderWidth: 1.5,
          barPercentage: it.width,
          categoryPercentage: 0.9,
          maxBarThickness: 46 * it.width,
          borderRadius: 3,
          grouped: false,
          // The last stands in front.
          order: -at,
        })),
      };
      const { x, y } = chart.options.scales ?? {};
      const font = { family: getComputedStyle(canvas).fontFamily, size: 12 };
      if (x) Object.assign(x, { ticks: { ...x.ticks, color: ink, font } });
      if (y) Object.assign(y, { ticks: { ...y.ticks, color: ink, font }, grid: { color: line } });
      const tooltip = chart.options.plugins?.tooltip;
      if (tooltip) {
        const words = { titleColor: colour(canvas, "ink"), bodyColor: ink, titleFont: font, bodyFont: font };
        Object.assign(tooltip, { ...words, backgroundColor: surface, borderColor: line, borderWidth: 1 });
      }
      chart.update("none");
    },
    end: () => chart.destroy(),
  };
}
