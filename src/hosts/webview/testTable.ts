/** The table of tests: one row a test, with its figure, its limit, and pass or fail in words and colour. */
import type { TestRow } from "../../gpu/validation";
import { element, format, setText } from "./dom";

export interface TestTable {
  readonly root: HTMLElement;
  show(rows: readonly TestRow[]): void;
}

export function createTestTable(): TestTable {
  const body = element("tbody");
  const head = element("tr", {}, ...["Test", "Figure", "Limit", "Result", "Measured"].map((title) => element("th", { scope: "col" }, title)));
  const table = element(
    "table",
    {},
    element("caption", {}, "Statistical tests of the claim. A figure counts standard errors, unless its row says otherwise."),
    element("thead", {}, head),
    body,
  );
  const known = new Map<string, HTMLElement[]>();
  const rowFor = ({ id, title }: TestRow): HTMLElement[] => {
    const old = known.get(id);
    if (old) return old;
    const cells = [0, 1, 2, 3].map(() => element("td"));
    body.append(element("tr", {}, element("th", { scope: "row" }, title), ...cells));
    known.set(id, cells);
    return cells;
  };
  return {
    root: element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Statistical tests" }, table),
    show(rows) {
      for (const row of rows) {
        const [figure, limit, result, detail] = rowFor(row);
        setText(figure, format(row.figure, 3));
        setText(limit, format(row.limit));
        setText(result, row.passes ? "✓ pass" : "✗ fail");
        result.className = row.passes ? "pass" : "fail";
        setText(detail, row.detail);
      }
    },
  };
}
