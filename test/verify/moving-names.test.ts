/** What moves with the variable of a derivative: implicit derivatives, rates at one moment, dots. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

it.each([
  // behind a function: a factor of its own
  [R`$$\frac{d}{dx}\sin y = \cos y\,\frac{dy}{dx}$$`, "holds"],
  [R`$$(\tan y)' = \sec^2 y\, y'$$`, "holds"],
  [R`$$\frac{d}{dt}\cos\theta = -\sin\theta\,\dot\theta$$`, "holds"],
  [R`$$\frac{d}{dt}\cos\theta = \sin\theta\,\dot\theta$$`, "fails"],
  // y is no constant beside its derivative
  [R`We have $\frac{d}{dx}(y^3) = 3y^2\frac{dy}{dx}$ and $\frac{d}{dx}(xy) = y$.`, "unchecked"],
  [R`We have $\frac{d}{dx}(y^3) = 3y^2\frac{dy}{dx}$ and $\frac{d}{dx}(xy) = y + x\frac{dy}{dx}$.`, "holds"],
  // implicit derivatives
  [R`Differentiating $x^2 + xy + y^2 = 9$ gives $2x + y + xy' + 2yy' = 0$.`, "holds"],
  [R`Differentiating $x^2 + xy + y^2 = 9$ gives $2x + xy' + 2yy' = 0$.`, "fails"],
  [R`Differentiating $x^2 + xy + y^2 = 9$ gives $2x + y + xy' + 2yy' = 0$, so $y' = -\frac{2x+y}{x+2y}$.`, "holds"],
  [R`Differentiating $x^3 + y^3 = 9$ gives $x^2 + y^2y' = 0$.`, "holds"],
  [R`Differentiating $x^2y^2 = 9$ gives $y + xy' = 0$.`, "holds"],
  [R`Differentiating $x^2y^2 = 9$ gives $y + 2xy' = 0$.`, "fails"],
  [R`Differentiate $y = x^2 + 1$. Another curve has $y' + y = 0$.`, "given"],
  [R`Differentiating $F(x, y) = 0$ gives $F_x + F_y y' = 0$.`, "given"],
  // rates
  [R`The volume is $V = \frac43\pi r^3$. Then $\frac{dV}{dt} = 3\pi r^2\frac{dr}{dt}$.`, "fails"],
  [
    R`From $V = \frac43\pi r^3$ we get $\frac{dV}{dt} = 4\pi r^2\frac{dr}{dt}$. With $r = 2$ and $\frac{dr}{dt} = 3$, $\frac{dV}{dt} = 4\pi\cdot 4\cdot 3$.`,
    "holds",
  ],
  [
    R`From $V = \frac43\pi r^3$ we get $\frac{dV}{dt} = 4\pi r^2\frac{dr}{dt}$. With $r = 2$ and $\frac{dr}{dt} = 3$, $\frac{dV}{dt} = 4\pi\cdot 2\cdot 3$.`,
    "fails",
  ],
  [R`From $V = \frac43\pi r^3$ we get $\frac{dV}{dt} = 4\pi r^2\frac{dr}{dt}$. Let $\frac{dr}{dt} = 3$.`, "given"],
  // dots
  [R`Let $x = \ell\sin\theta$. Then $\dot x = \ell\cos\theta\,\dot\theta$.`, "holds"],
  [R`Let $x = \ell\sin\theta$. Then $\dot x = -\ell\cos\theta\,\dot\theta$.`, "fails"],
  [R`Let $x = r\cos\theta$. Then $\ddot x = \ddot r\cos\theta - \dot r\dot\theta\sin\theta - r\ddot\theta\sin\theta - r\dot\theta^2\cos\theta$.`, "fails"],
  [R`Let $x = a\sin\theta$, $y = -a\cos\theta$. $$\dot x^2 + \dot y^2 = a^2\dot\theta^2$$`, "holds"],
  [R`Let $E = \frac12 m\dot x^2 + \frac12 kx^2$. $$\frac{dE}{dt} = \dot x(m\ddot x + kx)$$`, "holds"],
  [
    R`Let $L = m\dot\theta^2 - mg\theta$. $$\frac{d}{dt}\frac{\partial L}{\partial\dot\theta} - \frac{\partial L}{\partial\theta} = 2m\ddot\theta + mg$$`,
    "holds",
  ],
  [
    R`Let $L = m\dot\theta^2 - mg\theta$. $$\frac{d}{dt}\frac{\partial L}{\partial\dot\theta} - \frac{\partial L}{\partial\theta} = 2m\ddot\theta - mg$$`,
    "fails",
  ],
])("%s", (text, verdict) => expect(verdicts(`${text}\n`).at(-1)).toBe(verdict));
