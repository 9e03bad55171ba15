/** Sets the formulas of the page with KaTeX; the numbers come from sliders, never from a document. */
import katex from "katex";

/** Renders into the element: markup made by script keeps its inline styles under the content security policy. */
export function formula(target: HTMLElement, tex: string): void {
  katex.render(tex, target, { throwOnError: false, output: "htmlAndMathml", maxExpand: 100, maxSize: 20 });
}
