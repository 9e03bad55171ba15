/** Equations between differential operators in coordinates that formulas relate; stars at the end of rows; wide gaps beside a plus. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const POLAR = String.raw`Let $x = r\cos\theta$ and $y = r\sin\theta$. Then `;
const CASES: readonly (readonly [document: string, last: string])[] = [
  [String.raw`${POLAR}$$\frac{\partial}{\partial r} = \cos\theta\frac{\partial}{\partial x} + \sin\theta\frac{\partial}{\partial y}$$`, "holds"],
  [String.raw`${POLAR}$$\frac{\partial}{\partial \theta} = x\frac{\partial}{\partial y} - y\frac{\partial}{\partial x}$$`, "holds"],
  [String.raw`${POLAR}$$\frac{\partial}{\partial \theta} = x\frac{\partial}{\partial y} + y\frac{\partial}{\partial x}$$`, "given"],
  [
    String.raw`${POLAR}$$\frac{\partial}{\partial x} = \cos\theta \frac{\partial}{\partial r} - \frac{\sin\theta}{r} \frac{\partial}{\partial \theta}$$`,
    "holds",
  ],
  [String.raw`$$\frac{\partial}{\partial r} = \cos\theta\frac{\partial}{\partial x}$$`, "given"],
  [String.raw`$$x + y + 1 = x \quad + \quad y + 1$$`, "holds"],
  [String.raw`\begin{gather*} -t^* < T < t^* \\ -t^* s < sT < t^* s \end{gather*}`, "holds"],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
