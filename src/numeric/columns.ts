/** The four operations and the power on whole columns: one loop each, so that the engine inlines the operation. */
import { commonWidth, emptyLane, type Lane } from "./lane";
import { addAt, divAt, mulAt, powAt, subAt } from "./rounding";

export function addLanes(x: Lane, y: Lane): Lane {
  const n = commonWidth(x.v.length, y.v.length);
  const { v, e } = emptyLane(n);
  const sx = x.v.length === 1 ? 0 : 1;
  const sy = y.v.length === 1 ? 0 : 1;
  for (let i = 0; i < n; i++) addAt(v, e, i, x.v[i * sx], x.e[i * sx], y.v[i * sy], y.e[i * sy]);
  return { v, e };
}

export function subLanes(x: Lane, y: Lane): Lane {
  const n = commonWidth(x.v.length, y.v.length);
  const { v, e } = emptyLane(n);
  const sx = x.v.length === 1 ? 0 : 1;
  const sy = y.v.length === 1 ? 0 : 1;
  for (let i = 0; i < n; i++) subAt(v, e, i, x.v[i * sx], x.e[i * sx], y.v[i * sy], y.e[i * sy]);
  return { v, e };
}

export function mulLanes(x: Lane, y: Lane): Lane {
  const n = commonWidth(x.v.length, y.v.length);
  const { v, e } = emptyLane(n);
  const sx = x.v.length === 1 ? 0 : 1;
  const sy = y.v.length === 1 ? 0 : 1;
  for (let i = 0; i < n; i++) mulAt(v, e, i, x.v[i * sx], x.e[i * sx], y.v[i * sy], y.e[i * sy]);
  return { v, e };
}

export function divLanes(x: Lane, y: Lane): Lane {
  const n = commonWidth(x.v.length, y.v.length);
  const { v, e } = emptyLane(n);
  const sx = x.v.length === 1 ? 0 : 1;
  const sy = y.v.length === 1 ? 0 : 1;
  for (let i = 0; i < n; i++) divAt(v, e, i, x.v[i * sx], x.e[i * sx], y.v[i * sy], y.e[i * sy]);
  return { v, e };
}

export function powLanes(x: Lane, y: Lane): Lane {
  const n = commonWidth(x.v.length, y.v.length);
  const { v, e } = emptyLane(n);
  const sx = x.v.length === 1 ? 0 : 1;
  const sy = y.v.length === 1 ? 0 : 1;
  for (let i = 0; i < n; i++) powAt(v, e, i, x.v[i * sx], x.e[i * sx], y.v[i * sy], y.e[i * sy]);
  return { v, e };
}
