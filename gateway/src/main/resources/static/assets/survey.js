"use strict";

// The page behind a survey's link. The token stands behind the hash of the address, so that no server logs it with the page; nothing is
// kept in the browser, and no cookie is sent.

const TEXTS = {
  zh: {
    page: "问卷",
    other: "English",
    intro: "匿名作答，无法追溯到个人。不想回答的题目可以留空。",
    yes: "是",
    no: "否",
    low: "最低",
    high: "最高",
    send: "提交",
    sending: "正在提交……",
    loading: "正在加载……",
    thanks: "感谢您的参与，答卷已收到。",
    answered: "此链接已作答，每个链接只能作答一次。",
    closed: "本次调查已结束。",
    unknown: "链接无效，请检查地址是否完整。",
    nothing: "请至少回答一题。",
    failed: "暂时无法连接，请稍后再试。您的选择仍然保留。",
  },
  en: {
    page: "Survey",
    other: "中文",
    intro: "Your answers are anonymous and cannot be traced to you. You may leave out any question.",
    yes: "Yes",
    no: "No",
    low: "lowest",
    high: "highest",
    send: "Send",
    sending: "Sending …",
    loading: "Loading …",
    thanks: "Thank you. Your answers have arrived.",
    answered: "This link has been used. Each link answers once.",
    closed: "This survey has ended.",
    unknown: "This link is not valid. Is the address complete?",
    nothing: "Please answer at least one question.",
    failed: "No connection at the moment. Please try again; your choices are kept.",
  },
};

const byId = (id) => document.getElementById(id);
const address = "/v1/survey-links/" + encodeURIComponent(location.hash.slice(1));
let language = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
let survey = null;
let state = "loading";

function text(key) {
  return TEXTS[language][key];
}

function say(next) {
  state = next;
  byId("message").textContent = state === "ready" ? "" : text(state);
  byId("message").className = ["unknown", "nothing", "failed"].includes(state) ? "bad" : "";
  byId("send").disabled = state === "sending";
  byId("form").hidden = !["ready", "sending", "nothing", "failed"].includes(state) || survey === null;
}

function choice(question, value, label) {
  const input = document.createElement("input");
  input.type = "radio";
  input.name = question.code;
  input.value = String(value);
  const wrapped = document.createElement("label");
  const words = document.createElement("span");
  words.textContent = label;
  wrapped.append(input, words);
  return wrapped;
}

function choices(question) {
  const row = document.createElement("div");
  row.className = "choices";
  if (question.kind === "scale") {
    row.className = "choices scale";
    for (let step = 1; step <= question.steps; step++) {
      row.append(choice(question, step, String(step)));
    }
  } else {
    row.append(choice(question, 1, text("yes")), choice(question, 0, text("no")));
  }
  return row;
}

function ends() {
  const row = document.createElement("p");
  row.className = "ends";
  for (const key of ["low", "high"]) {
    const word = document.createElement("span");
    word.textContent = text(key);
    row.append(word);
  }
  return row;
}

function fieldset(question) {
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  const english = language === "en" && question.textEn;
  legend.textContent = english ? question.textEn : question.text;
  legend.lang = english ? "en" : "zh-CN";
  group.append(legend, choices(question));
  if (question.kind === "scale") {
    group.append(ends());
  }
  return group;
}

function chosen() {
  const answers = {};
  for (const input of byId("questions").querySelectorAll("input:checked")) {
    answers[input.name] = Number(input.value);
  }
  return answers;
}

function show() {
  const before = chosen();
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  byId("language").textContent = text("other");
  byId("language").lang = language === "zh" ? "en" : "zh-CN";
  byId("send").textContent = text("send");
  byId("intro").textContent = survey === null ? "" : text("intro");
  byId("title").textContent = survey === null ? text("page") : survey.name;
  document.title = byId("title").textContent;
  byId("questions").replaceChildren(...(survey === null ? [] : survey.questions.map(fieldset)));
  for (const input of byId("questions").querySelectorAll("input")) {
    input.checked = before[input.name] === Number(input.value);
  }
  say(state);
}

async function outcome(answer) {
  if (answer.status === 409) {
    return (await answer.json()).code === "survey.closed" ? "closed" : "answered";
  }
  return { 204: "thanks", 404: "unknown" }[answer.status] ?? "failed";
}

async function load() {
  try {
    const answer = await fetch(address, { credentials: "omit", cache: "no-store" });
    if (answer.status === 200) {
      survey = await answer.json();
      state = survey.answered ? "answered" : survey.open ? "ready" : "closed";
    } else {
      state = answer.status === 404 ? "unknown" : "failed";
    }
  } catch {
    state = "failed";
  }
  show();
}

async function send(event) {
  event.preventDefault();
  const answers = chosen();
  if (state === "sending") {
    return;
  }
  if (Object.keys(answers).length === 0) {
    say("nothing");
    return;
  }
  say("sending");
  try {
    const answer = await fetch(address, {
      method: "PUT",
      credentials: "omit",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ answers }),
    });
    say(await outcome(answer));
  } catch {
    say("failed");
  }
  if (byId("form").hidden) {
    byId("title").focus();
  }
}

byId("language").addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  show();
});
byId("form").addEventListener("submit", send);
window.addEventListener("hashchange", () => location.reload());
show();
load();
