"use strict";
// What a form does that a member fills in: one question at a time, kept in this browser until the member wipes it, and at the
// end a file to send. It asks nobody for anything: the page may make no request, and this script makes none.

// A text between quotes, as TOML has it. What a mail program changes or puts in itself, such as curled quotes and the sign
// of quoting, is written as a code, and so is what can't be seen: whoever reads it can tell the two apart.
function quoted(text) {
    const code = (sign) => {
        const number = sign.codePointAt(0);
        return number > 0xffff ? "\\U" + number.toString(16).padStart(8, "0") : "\\u" + number.toString(16).padStart(4, "0");
    };
    const known = { '"': '\\"', "\\": "\\\\", "\n": "\\n" };
    const whole = text.replace(/\p{Surrogate}/gu, "\uFFFD");
    return '"' + whole.replace(/["\\<>“”„‟«»]|(?! )[\p{C}\p{Z}]/gu, (sign) => known[sign] || code(sign)) + '"';
}

// The answer file: what is asked, in its order, and what was filled in.
function answerFile(asked, filled) {
    const given = asked.ids.filter((id) => filled.answers[id]);
    const noted = asked.ids.filter((id) => (filled.notes[id] || "").trim());
    const answer = (value) => (/^[0-9]+$/.test(value) ? value : quoted(value));
    return [
        "questionnaire = " + quoted(asked.questionnaire),
        "version = " + asked.version,
        "form = " + quoted(filled.id),
        ...(asked.group ? ["group = " + quoted(asked.group)] : []),
        "answered = " + given.length,
        "",
        "[answers]",
        ...given.map((id) => quoted(id) + " = " + answer(filled.answers[id])),
        "",
        "[notes]",
        ...noted.map((id) => quoted(id) + " = " + quoted(filled.notes[id].trim())),
        "",
    ].join("\n");
}

// What was kept, as far as it can be used; else nothing filled in.
function filledIn(kept, newId) {
    let found = null;
    try {
        found = JSON.parse(kept);
    } catch {
        // What isn't ours is as good as nothing.
    }
    const texts = (all) =>
        Object.fromEntries(Object.entries(Object(all)).filter(([, text]) => typeof text === "string" && text));
    const isOurs = found && /^[0-9a-f]{32}$/.test(found.id);
    return {
        id: isOurs ? found.id : newId,
        at: isOurs && Number.isInteger(found.at) ? found.at : 0,
        answers: texts(isOurs && found.answers),
        notes: texts(isOurs && found.notes),
    };
}

// The answer that a key stands for, among those that there are: 0 is ten where there is no nought, t is ten where there is.
function answerOfKey(key, values) {
    if (values.includes(key) && key !== "10") return key;
    const ten = values.includes("0") ? "t" : "0";
    return key.toLowerCase() === ten && values.includes("10") ? "10" : null;
}

function run() {
    const page = document.getElementById("page");
    const form = document.getElementById("steps");
    const words = page.dataset;
    const steps = [...form.querySelectorAll(".step")];
    const questions = steps.filter((step) => step.dataset.id);
    const first = steps.indexOf(questions[0]);
    const review = first + questions.length;
    const [back, next] = [document.getElementById("back"), document.getElementById("next")];
    const result = document.getElementById("result");
    const asked = {
        ids: questions.map((step) => step.dataset.id),
        questionnaire: words.questionnaire,
        version: words.version,
        group: words.group,
    };
    const newId = () =>
        [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

    let at = 0;
    let comesFromReview = false;
    let filled = filledIn(kept(), newId());
    // Where to go on. What is kept can be of someone else: it isn't shown before this member says whose it is.
    let resumesAt = 0;

    function kept() {
        try {
            return localStorage.getItem(words.key);
        } catch {
            return null;
        }
    }

    // Some browsers keep nothing for a file that is opened from a folder.
    function keep() {
        try {
            localStorage.setItem(words.key, JSON.stringify({ ...filled, at }));
        } catch {
            say(words.unkept);
        }
    }

    // Below what was pressed, so that it is seen on a small phone too.
    function say(text, place = form) {
        const said = document.getElementById("said");
        place.after(said);
        said.textContent = text;
    }

    const radios = (step) => [...step.querySelectorAll("input")];

    // Puts what is filled in on the page.
    function fill() {
        form.reset();
        for (const step of questions) {
            const chosen = radios(step).find((radio) => radio.value === filled.answers[step.dataset.id]);
            if (chosen) chosen.checked = true;
            else delete filled.answers[step.dataset.id];
            step.querySelector("textarea").value = filled.notes[step.dataset.id] || "";
        }
    }

    // Takes over what is filled in on the page.
    function take(step) {
        const chosen = radios(step).find((radio) => radio.checked);
        if (chosen) filled.answers[step.dataset.id] = chosen.value;
        filled.notes[step.dataset.id] = step.querySelector("textarea").value;
        keep();
    }

    function tellReview() {
        const open = asked.ids.filter((id) => !filled.answers[id]).length;
        document.getElementById("open").textContent = open
            ? words.open.replace("{open}", open)
            : words.allAnswered;
        for (const button of form.querySelectorAll("[data-to]")) {
            const step = questions[Number(button.dataset.to) - 1];
            const chosen = radios(step).find((radio) => radio.checked);
            const given = button.querySelector(".given");
            given.textContent = chosen ? chosen.nextElementSibling.textContent : words.unanswered;
            given.classList.toggle("open", !chosen);
            button.querySelector(".noted").hidden = !step.querySelector("textarea").value.trim();
        }
    }

    function show(step, scrolls = true) {
        at = Math.max(0, Math.min(step, steps.length - 1));
        steps.forEach((each, index) => {
            each.hidden = index !== at;
        });
        const number = at - first + 1;
        const isQuestion = at >= first && at < review;
        document.getElementById("place").hidden = !isQuestion;
        if (isQuestion) {
            document.getElementById("number").textContent = words.place.replace("{number}", number);
            document.getElementById("progress").value = number;
        }
        if (at === review) tellReview();
        if (at > review) result.value = answerFile(asked, filled);
        back.hidden = at === 0;
        next.hidden = !steps[at].dataset.next;
        next.textContent = comesFromReview && isQuestion ? words.toReview : steps[at].dataset.next || "";
        document.getElementById("kept").hidden = !resumesAt;
        if (resumesAt) next.textContent = words.resume;
        if (scrolls) {
            steps[at].querySelector("[tabindex]").focus();
            scrollTo(0, 0);
        }
        if (at > 0) keep();
    }

    function go(by) {
        say("");
        const to = comesFromReview && at < review ? review : resumesAt || at + by;
        comesFromReview = false;
        resumesAt = 0;
        show(to);
    }

    function wipe() {
        if (!confirm(words.sure)) return;
        try {
            localStorage.removeItem(words.key);
        } catch {
            // Then nothing was kept.
        }
        filled = filledIn(null, newId());
        comesFromReview = false;
        resumesAt = 0;
        result.value = "";
        fill();
        show(0);
        say(words.wiped);
    }

    function save(button) {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([result.value], { type: "text/plain;charset=utf-8" }));
        link.download = words.file + "-" + filled.id.slice(0, 8) + ".toml";
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        say(words.saved.replace("{file}", link.download), button);
    }

    function copy(button) {
        result.focus();
        result.select();
        // The older way also does where a page from a folder may not use the newer one.
        say(document.execCommand("copy") ? words.copied : words.uncopied, button);
    }

    form.addEventListener("submit", (event) => {
        event.preventDefault();
        go(1);
    });
    back.addEventListener("click", () => go(-1));
    form.addEventListener("input", (event) => {
        const step = event.target.closest(".step");
        if (step && step.dataset.id) take(step);
    });
    form.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (!button) return;
        if (button.dataset.to) {
            comesFromReview = true;
            say("");
            show(first + Number(button.dataset.to) - 1);
        } else if (button.dataset.does) {
            ({ wipe, save, copy })[button.dataset.does](button);
        }
    });
    document.addEventListener("keydown", (event) => {
        const isTyping = event.target.closest && event.target.closest("textarea, button, a");
        if (isTyping || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
        if (event.key === "Enter" && !next.hidden) {
            event.preventDefault();
            if (!event.repeat) go(1);
            return;
        }
        const step = steps[at];
        if (!step.dataset.id) return;
        const value = answerOfKey(event.key, radios(step).map((radio) => radio.value));
        const chosen = radios(step).find((radio) => radio.value === value);
        if (chosen) {
            event.preventDefault();
            chosen.checked = true;
            chosen.focus();
            take(step);
        }
    });

    document.getElementById("advice").remove();
    page.hidden = false;
    fill();
    resumesAt = asked.ids.some((id) => filled.answers[id] || filled.notes[id]) ? filled.at : 0;
    show(0, false);
}

if (typeof module === "object") module.exports = { quoted, answerFile, filledIn, answerOfKey };
else run();
