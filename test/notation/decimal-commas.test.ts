/** Decimals with a comma: which documents write them, which formulas have them, and what a fix writes. */
import { expect, it } from "vitest";
import { writesCommas } from "../../src/latex/decimal-commas";
import { check, stepsOf, verdicts } from "../verify/run";

const R = String.raw;

it.each<[string, ReturnType<typeof writesCommas>]>([
  [R`$x = 0{,}25$`, "braced"],
  [R`$3{,}5\,\mathrm{m}$`, "braced"],
  [R`$1200{,}125$`, "braced"],
  [R`$x \approx 6,24$`, "bare"],
  [R`$x = 1,05$`, "bare"],
  [R`$x = 1,05$ and $y = 0.5$`, undefined],
  [R`$\frac18 = 0,125$`, "bare"],
  [R`$12{,}500$`, undefined],
  [R`$12,050$ of $43,000$`, undefined],
  [R`$1{,}250{,}000$`, undefined],
  [R`$[0{,}1]$, $\{0{,}1\}$`, undefined],
  [R`$(0,1)$, $i = 1,2,3$`, undefined],
])("%s: %s", (text, commas) => expect(writesCommas(text)).toBe(commas));

it.each<[string, string[]]>([
  [R`$$2{,}5 + 1{,}25 = 3{,}75$$`, ["holds"]],
  [R`$$2{,}5 + 1{,}25 = 3{,}85$$`, ["fails"]],
  [R`Mit $q = 1{,}05$ ist $q^2 = 1{,}1025$ und $q^2 \approx 1{,}12$.`, ["given", "holds", "fails"]],
  [R`$$0{,}5\,\mathrm{km} + 1{,}250\,\mathrm{km} = 1750\,\mathrm{m}$$`, ["holds"]],
  [R`$$12\,577{,}5 + 1 = 12\,578{,}5$$`, ["holds"]],
  [R`$$1{,}250 + 1 = 1{,}251$$`, ["holds"]],
  [R`$$2,5 + 1,05 = 3,55$$ $$\max(1,2) = 2$$`, ["holds", "holds"]],
  [R`$$2,5 + 1,05 = 3,65$$`, ["fails"]],
  [R`$$\ln(7,389) \approx 2,00$$`, ["holds"]],
  [R`$$\ln(7,389) \approx 2,10$$`, ["fails"]],
  // a rate of interest in percent
  [R`Mit $i = 5\,\%$ und $q = 1 + i = 1{,}05$ ist $$q^2 = 1{,}1025$$`, ["defines", "defines", "holds", "holds"]],
])("%s: %s", (text, expected) => expect(verdicts(text)).toEqual(expected));

it.each<[string, string]>([
  [R`$$0{,}5 \cdot 3 = 1{,}6$$`, "1{,}5"],
  [R`$$1,05 \cdot 3 = 3,25$$`, "3,15"],
])("%s: %s", (text, written) => expect(stepsOf(check(text))[0].fixes?.[0].edits[0].newText).toBe(written));
