"use strict";

const SVG = "http://www.w3.org/2000/svg";
const MOVE_MILLIS = 900;
const LIT_MILLIS = 450;
const MOST_MOVING = 90;
const ROWS = 14;
const SPEAK_MILLIS = 8000;
const SERVER = "server";

const at = (id) => document.getElementById(id);
const quiet = window.matchMedia("(prefers-reduced-motion: reduce)");
const places = new Map();
for (const node of document.querySelectorAll(".nodes > g")) {
  places.set(node.id, { x: Number(node.dataset.x), y: Number(node.dataset.y) });
}

const moving = [];
let still = quiet.matches;
let spokenAt = 0;

function lineBetween(from, to) {
  return at(from + "--" + to) || at(to + "--" + from);
}

/** Whoever wants no movement sees the line light up instead. */
function light(message) {
  const line = lineBetween(message.from, message.to);
  if (!line) {
    return;
  }
  const name = message.taken ? "lit" : "lit-refused";
  line.classList.add(name);
  setTimeout(() => line.classList.remove(name), LIT_MILLIS);
}

function shape(message) {
  if (!message.taken) {
    const mark = document.createElementNS(SVG, "path");
    mark.setAttribute("d", "M0 -9 9 0 0 9 -9 0Z");
    mark.setAttribute("class", "refused");
    return mark;
  }
  const dot = document.createElementNS(SVG, "circle");
  dot.setAttribute("r", "6");
  dot.setAttribute("class", isCrossing(message) ? "crossing" : "taken");
  return dot;
}

function isCrossing(message) {
  return message.from === SERVER || message.to === SERVER;
}

function move(message, delay) {
  const from = places.get(message.from);
  const to = places.get(message.to);
  if (!from || !to || document.hidden) {
    return;
  }
  if (still) {
    light(message);
    return;
  }
  if (moving.length >= MOST_MOVING) {
    return;
  }
  const mark = shape(message);
  mark.setAttribute("visibility", "hidden");
  at("moving").append(mark);
  moving.push({ mark, from, to, begins: performance.now() + delay });
  if (moving.length === 1) {
    requestAnimationFrame(step);
  }
}

function step(now) {
  for (let n = moving.length - 1; n >= 0; n--) {
    const one = moving[n];
    const part = (now - one.begins) / MOVE_MILLIS;
    if (part >= 1 || still) {
      one.mark.remove();
      moving.splice(n, 1);
    } else if (part >= 0) {
      const x = one.from.x + (one.to.x - one.from.x) * part;
      const y = one.from.y + (one.to.y - one.from.y) * part;
      one.mark.setAttribute("transform", `translate(${x} ${y})`);
      one.mark.setAttribute("visibility", "visible");
    }
  }
  if (moving.length > 0) {
    requestAnimationFrame(step);
  }
}

function cell(row, text, name) {
  const made = row.insertCell();
  made.textContent = text;
  if (name) {
    made.className = name;
  }
}

function list(bundle) {
  const body = at("last").tBodies[0];
  for (const message of bundle.slice(-ROWS)) {
    const row = body.insertRow(0);
    row.className = message.taken ? "" : "wrong";
    cell(row, message.fromName);
    cell(row, message.toName);
    cell(row, message.message);
    cell(row, message.taken ? "受付" : "拒否" + (message.why ? " " + message.why : ""));
  }
  while (body.rows.length > ROWS) {
    body.deleteRow(-1);
  }
}

/** A system that did not answer because it is out of order, until it takes something. */
function standing(bundle) {
  for (const message of bundle) {
    const node = at(message.to);
    if (node) {
      node.classList.toggle("out", message.why === "NOT_READY");
    }
  }
}

function showState(state) {
  at("time").textContent = state.time;
  at("phase").textContent = state.failure ? "途中で終わった: " + state.failure : state.phase;
  const kinds = Object.entries(state.events);
  const all = kinds.reduce((sum, [, number]) => sum + number, 0);
  at("events").textContent = all.toLocaleString("ja");
  for (const name of ["scenes", "messages", "refused", "crossings"]) {
    at(name).textContent = state[name].toLocaleString("ja");
  }
  const body = at("kinds").tBodies[0];
  body.replaceChildren();
  for (const [kind, number] of kinds) {
    const row = body.insertRow();
    cell(row, kind);
    cell(row, number.toLocaleString("ja"), "number");
  }
  speak(`${state.time} ${state.phase}。異動${all}件、電文${state.messages}件、断られた電文${state.refused}件`);
}

function speak(text) {
  const now = performance.now();
  if (now - spokenAt > SPEAK_MILLIS) {
    spokenAt = now;
    at("spoken").textContent = text;
  }
}

function showReport(ended) {
  const report = ended.report;
  at("outcome").hidden = false;
  at("outcome").className = ended.passed ? "" : "wrong";
  at("verdict").textContent = ended.passed ? "すべての写しが正本と同じで、断られたのは断られるはずの電文だけ" : "あるべき姿と違うところがある";
  at("failures").replaceChildren(
    ...report.failures.map((failure) => {
      const item = document.createElement("li");
      item.textContent = failure;
      return item;
    }),
  );
  at("comparison").hidden = false;
  const files = at("files").tBodies[0];
  files.replaceChildren();
  for (const file of report.comparisons) {
    const row = files.insertRow();
    row.className = file.different + file.missing + file.surplus > 0 ? "wrong" : "";
    cell(row, file.file);
    for (const number of [file.same, file.different, file.missing, file.surplus]) {
      cell(row, number.toLocaleString("ja"), "number");
    }
  }
  const refusals = report.refusals;
  at("refusals").textContent =
    `${refusals.provoked}件を断らせ、${refusals.matched}件が記録にある。` +
    `止まっていたために断られたものが${refusals.duringOutages}件、だれも断らせていないものが${refusals.surplus.length}件`;
  const border = report.border;
  at("border").textContent =
    `${border.messages.toLocaleString("ja")}通、${border.bytes.toLocaleString("ja")}バイトの中から、` +
    `${border.people.toLocaleString("ja")}人の個人番号と住民票コードを探した。見つかったもの: ${border.found.length}件`;
  const played = at("played").tBodies[0];
  played.replaceChildren();
  for (const scene of report.scenes) {
    const row = played.insertRow();
    row.className = scene.failure ? "wrong" : "";
    cell(row, scene.at);
    cell(row, scene.system);
    cell(row, scene.title);
    cell(row, String(scene.refusals), "number");
    cell(row, scene.failure || "よい");
  }
  for (const node of document.querySelectorAll(".nodes .out")) {
    node.classList.remove("out");
  }
}

function showStill() {
  at("still").setAttribute("aria-pressed", String(still));
}

at("still").addEventListener("click", () => {
  still = !still;
  showStill();
});
quiet.addEventListener("change", () => {
  still = quiet.matches;
  showStill();
});
showStill();

const events = new EventSource("/day/events");
events.addEventListener("messages", (event) => {
  const bundle = JSON.parse(event.data);
  standing(bundle);
  list(bundle);
  bundle.forEach((message, n) => move(message, (n * 250) / bundle.length));
});
events.addEventListener("state", (event) => showState(JSON.parse(event.data)));
events.addEventListener("report", (event) => showReport(JSON.parse(event.data)));
