/** What words in other languages say of a step: they weigh as the English ones do. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

it.each<[string, string[]]>([
  [R`Es sei $x$ eine Zahl und wir lösen die Gleichung $3x + 2 = 11$, also ist $x = 4$.`, ["given", "fails"]],
  [R`Es sei $x$ eine Zahl und wir lösen die Gleichung $3x + 2 = 11$, also ist $x = 3$.`, ["given", "holds"]],
  [R`On résout l'équation $3x + 2 = 11$ dans le corps des réels, donc $x = 4$.`, ["given", "fails"]],
  [R`Resolvemos la ecuación $3x + 2 = 11$ con la regla que es conocida, luego $x = 4$.`, ["given", "fails"]],
  [R`Für invertierbare $n\times n$-Matrizen $B$ und $C$ von der Form ist $(BC)^{-1} = B^{-1}C^{-1}$.`, ["fails"]],
  [R`Es seien $B$ und $C$ zwei invertierbare Matrizen von der Form. Dann ist $(BC)^{-1} = C^{-1}B^{-1}$.`, ["holds"]],
  [R`Es seien $B$ und $C$ zwei invertierbare Matrizen von der Form. Dann ist $(BC)^{-1} = B^{-1}C^{-1}$.`, ["fails"]],
  [R`We solve the equation $3x + 2 = 11$, also $x = 4$.`, ["given", "given"]],
  [R`Aus der Formel für die Rate und den Zins $D = a\frac{1-q^{-n}}{q-1}$ folgt $$a = D\,\frac{1-q^{-n}}{q-1}$$`, ["defines", "fails"]],
  [
    R`La solución general es $y(x) = c_1e^{2x} + c_2e^{3x}$ para la ecuación. Con $y(0) = 1$ e $y'(0) = 0$ se tiene $c_1 + c_2 = 1$`,
    ["defines", "given", "given", "holds"],
  ],
])("%s: %s", (text, expected) => expect(verdicts(text)).toEqual(expected));
