/** The kinds of work that are measured at each size, with what they should cost at most; issue by issue these only become less. */
export type Work = {
  name: string;
  /** Processor time, as times a bare server that answers the same from the same tables. */
  overBare?: number;
  /** Processor time at a size, as times that of the smallest. */
  growth: Partial<Record<number, number>>;
  /** Processor time, as times another work's at the same size. */
  overWork?: { name: string; times: number };
};

const anySize = { 10: 1.3, 100: 2 };
/** Where the series is as much longer. */
const longSeries = { 10: 2.5 };

export const works = {
  list: { name: "List as data", overBare: 14, growth: anySize },
  search: { name: "Search as data", overBare: 14, growth: anySize },
  record: { name: "Record as data", overBare: 20, growth: longSeries },
  log: { name: "Log one result", overBare: 22, growth: anySize },
  listPage: { name: "List page", growth: anySize },
  recordPage: { name: "Record page", growth: longSeries },
  homePage: { name: "Home page", growth: anySize, overWork: { name: "List page", times: 1.2 } },
  resultsPage: { name: "Results page", growth: longSeries },
} as const satisfies Record<string, Work>;

/** Megabytes of the web server's processes at any size. */
export const memoryTargets = { idle: 220, highest: 420 };
