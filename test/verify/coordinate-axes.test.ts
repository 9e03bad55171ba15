/** Components of a curl that are written out: x, y and z are coordinates there; elsewhere one may depend on another. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const CURL = R`\begin{pmatrix}\partial_y z^2 - \partial_z x\\ \partial_z(-y) - \partial_x z^2\\ \partial_x x - \partial_y(-y)\end{pmatrix}`;

it.each<[string, string[]]>([
  [R`$$${CURL} = \begin{pmatrix}0\\0\\2\end{pmatrix}$$`, ["holds"]],
  [R`$$${CURL} = \begin{pmatrix}0\\0\\0\end{pmatrix}$$`, ["fails"]],
  [R`$$\frac{\partial x}{\partial y}\frac{\partial y}{\partial z}\frac{\partial z}{\partial x} = -1$$`, ["unchecked"]],
])("%s: %s", (text, expected) => expect(verdicts(text)).toEqual(expected));
