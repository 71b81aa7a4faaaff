/** One part of each bar. */
export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly number[];
}

/** What is drawn: one path a series. */
export interface Stack {
  readonly paths: readonly { readonly name: string; readonly colour: string; readonly d: string }[];
  readonly maximum: number;
}

const gap = 0.18;

/** Piles the series up, bar by bar, into one path each: many bars cost no more elements than few. */
export function stack(series: readonly Series[], width: number, height: number, round: (maximum: number) => number): Stack {
  const count = series[0]?.values.length ?? 0;
  const sums = Array.from({ length: count }, (_, i) => series.reduce((sum, one) => sum + (one.values[i] ?? 0), 0));
  const maximum = round(Math.max(0, ...sums));
  const piled = new Array<number>(count).fill(0);
  const step = width / Math.max(count, 1);
  const paths = series.map(({ name, colour, values }) => {
    let d = '';
    values.forEach((value, i) => {
      if (value > 0) {
        const base = piled[i] ?? 0;
        const top = height * (1 - (base + value) / maximum);
        const low = height * (1 - base / maximum);
        d += `M${number(i * step + (step * gap) / 2)} ${number(low)}V${number(top)}h${number(step * (1 - gap))}V${number(low)}z`;
        piled[i] = base + value;
      }
    });
    return { name, colour, d };
  });
  return { paths, maximum };
}

const number = (value: number): string => String(Math.round(value * 100) / 100);
