// Fills in the form in Chromium as members do, and hands what comes of it to ips.
// node browser.cjs PROGRAM FOLDER
"use strict";
const assert = require("node:assert");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");
const { answerFile } = require("../../src/render/filling_in.js");

const [program, out] = process.argv.slice(2).map((each) => path.resolve(each));
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const corpus = path.join(__dirname, "../corpora/blns/blns.json");
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1280, height: 800 } };
const ANSWERS = [..."34?-45434345431212313454"];

const ips = (...given) => execFileSync(program, given, { cwd: out, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

// A form that is opened from its file; whatever it asks for, says or breaks on is a mistake.
async function opened(browser, file, options = {}) {
    const context = await browser.newContext({ ...DESK, ...options });
    const page = await context.newPage();
    page.form = pathToFileURL(path.join(out, file)).href;
    page.mistakes = [];
    page.dialogs = [];
    page.on("request", (request) => {
        if (request.url() !== page.form && !request.url().startsWith("blob:")) page.mistakes.push(request.url());
    });
    page.on("console", (message) => page.mistakes.push(message.text()));
    page.on("pageerror", (error) => page.mistakes.push(String(error)));
    page.on("dialog", async (dialog) => {
        page.dialogs.push(dialog.message());
        await dialog.accept();
    });
    await page.goto(page.form);
    return page;
}

async function closed(page) {
    assert.deepStrictEqual(page.mistakes, []);
    await page.context().close();
}

const step = (page) => page.locator(".step:visible");
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.does || "");

// Tab until something has the focus, as who has no mouse does.
async function tabTo(page, id) {
    for (let tries = 0; tries < 40; tries += 1) {
        if ((await focused(page)) === id) return;
        await page.keyboard.press("Tab");
    }
    assert.fail(`Tab doesn't lead to ${id}`);
}

async function saved(page, save, name) {
    const [download] = await Promise.all([page.waitForEvent("download"), save()]);
    assert.match(download.suggestedFilename(), /^(antwoorden|answers)-[0-9a-f]{8}\.toml$/);
    await download.saveAs(path.join(out, name));
    const file = fs.readFileSync(path.join(out, name), "utf8");
    assert.strictEqual(await page.locator("#result").inputValue(), file);
    return file;
}

const answersIn = (file) => [...file.matchAll(/^"[^"]+" = "?([0-9]+|[?-])"?$/gm)].map(([, answer]) => answer);

// What must hold of each page, whatever it shows.
async function looked(page, name) {
    for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run({ resultTypes: ["violations", "incomplete"] }));
        const wrong = found.violations.concat(found.incomplete.filter(({ id }) => id === "color-contrast"));
        assert.deepStrictEqual(wrong.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], `${name} ${colorScheme}`);
        const { width } = page.viewportSize();
        await page.screenshot({ path: path.join(out, `${name}-${colorScheme}-${width}.png`) });
    }
    await page.emulateMedia({ colorScheme: "light" });
    const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(sticksOut <= 0, `${name} sticks out ${sticksOut}`);
}

async function byKeyboard(browser) {
    const page = await opened(browser, "formulier.html");
    const press = (key) => page.keyboard.press(key);
    await looked(page, "begin");
    await press("Enter");
    for (const [index, answer] of ANSWERS.entries()) {
        const { id } = await step(page).evaluate((node) => node.dataset);
        assert.ok((await page.locator("#number").textContent()).includes(`${index + 1} van 24`));
        if (index === 12) {
            // The window closed, and is opened again: nothing is shown before someone says that it is theirs.
            await page.reload();
            assert.ok(await page.locator("#kept").isVisible());
            await looked(page, "hervat");
            await press("Enter");
            assert.deepStrictEqual(await step(page).evaluate((node) => node.dataset.id), id);
        }
        // A key that is no answer to this question does nothing.
        await press("7");
        await press(answer);
        if (index === 1) {
            await tabTo(page, "note2");
            await page.keyboard.type("Te weinig tijd: \"druk\" > 5.");
            await press("Enter");
            await page.keyboard.type("4 en meer?");
            await looked(page, "vraag");
            await tabTo(page, "next");
        }
        await press("Enter");
    }
    assert.ok((await page.locator("#open").textContent()).startsWith("Je hebt alle vragen beantwoord"));
    await looked(page, "overzicht");
    // Back to the last question, and to the review again.
    await tabTo(page, "back");
    await press("Enter");
    assert.strictEqual(await page.locator("input:checked:visible").inputValue(), ANSWERS[23]);
    await press("Enter");
    await press("Enter");
    await tabTo(page, "save");
    const file = await saved(page, () => press("Enter"), "toetsenbord.toml");
    assert.deepStrictEqual(answersIn(file), ANSWERS);
    assert.ok(file.includes('"Te weinig tijd: \\"druk\\" \\u003e 5.\\n4 en meer?"'), file);
    await looked(page, "klaar");
    await tabTo(page, "copy");
    await press("Enter");
    assert.strictEqual(await page.locator("#said").textContent(), "De tekst is gekopieerd.");
    await tabTo(page, "wipe");
    await press("Enter");
    assert.strictEqual(page.dialogs.length, 1);
    assert.strictEqual(await page.evaluate(() => localStorage.length), 0);
    await page.reload();
    assert.ok(!(await page.locator("#kept").isVisible()));
    await closed(page);
}

async function byTouch(browser) {
    const page = await opened(browser, "groep.html", PHONE);
    await looked(page, "begin-telefoon");
    const next = page.locator("#next");
    await next.tap();
    for (const [index, answer] of ANSWERS.entries()) {
        if (index === 10) {
            await page.reload();
            await next.tap();
        }
        // One is left open.
        if (index !== 5) await step(page).locator(`label:has(input[value="${answer}"])`).tap();
        if (index === 3) {
            await step(page).locator("textarea").tap();
            await step(page).locator("textarea").fill("Met de duim.");
            await looked(page, "vraag-telefoon");
        }
        await next.tap();
    }
    assert.ok((await page.locator("#open").textContent()).startsWith("Nog open: 1."));
    await looked(page, "overzicht-telefoon");
    await page.locator('[data-to="6"]').tap();
    await step(page).locator('label:has(input[value="2"])').tap();
    await next.tap();
    assert.ok((await page.locator("#open").textContent()).startsWith("Je hebt alle"));
    await next.tap();
    const file = await saved(page, () => page.locator("[data-does=save]").tap(), "telefoon.toml");
    assert.deepStrictEqual(answersIn(file), ANSWERS.with(5, "2"));
    assert.match(file, /^group = "ouders \\u003c\/script\\u003e"$/m);
    await looked(page, "klaar-telefoon");
    // Another form in the same browser has answers of its own.
    await page.goto(pathToFileURL(path.join(out, "formulier.html")).href);
    page.mistakes = [];
    assert.ok(!(await page.locator("#kept").isVisible()));
    await closed(page);
}

// English, hostile texts everywhere, and hostile notes: all of it stays text.
async function hostile(browser) {
    const naughty = JSON.parse(fs.readFileSync(corpus, "utf8")).filter((text) => /[<>&"'\\{}$]/.test(text));
    const questionnaire = JSON.parse(ips("questions", "--questions", "vijandig.toml", "--json", "--lang", "en"));
    const page = await opened(browser, "vijandig.html", { locale: "en-GB" });
    const scripts = await page.locator("script").count();
    assert.strictEqual(scripts, 1);
    const shown = await page.locator("legend .question").allTextContents();
    const asked = questionnaire.elements.flatMap((element) => element.questions);
    assert.deepStrictEqual(shown, asked.map((question) => question.text));
    assert.deepStrictEqual(await page.title(), questionnaire.title);
    await page.locator("#next").click();
    for (const index of asked.keys()) {
        await step(page).locator("input").nth(index % 4).check();
        await step(page).locator("textarea").fill(naughty.slice(index * 20, index * 20 + 20).join("\n").slice(0, 1900));
        await page.locator("#next").click();
    }
    const given = await page.locator(".given").allTextContents();
    const labels = await page.locator(".step[data-id] input:checked + span").allTextContents();
    assert.deepStrictEqual(given, labels);
    await looked(page, "vijandig");
    await page.locator("#next").click();
    await saved(page, () => page.locator("[data-does=save]").click(), "vijandig-antwoord.toml");
    assert.deepStrictEqual(page.dialogs, []);
    assert.deepStrictEqual(await page.evaluate(() => Object.keys(window).filter((key) => key.startsWith("ips"))), []);
    await closed(page);
}

// Without its script, switched off or taken out by a mail filter, the page says what to do instead.
async function withoutScript(browser) {
    const whole = fs.readFileSync(path.join(out, "formulier.html"), "utf8");
    fs.writeFileSync(path.join(out, "gefilterd.html"), whole.replace(/<script>.*<\/script>/s, ""));
    for (const [file, javaScriptEnabled] of [["formulier.html", false], ["gefilterd.html", true]]) {
        const page = await opened(browser, file, { ...PHONE, javaScriptEnabled });
        assert.ok((await page.locator("#advice").innerText()).includes("vraag om het formulier als tekst"));
        assert.ok(!(await page.locator("#page").isVisible()));
        await page.screenshot({ path: path.join(out, `zonder-script-${javaScriptEnabled}.png`) });
        await closed(page);
    }
    // One letter of the script changed: the browser doesn't run it.
    fs.writeFileSync(path.join(out, "veranderd.html"), whole.replace('"use strict";', '"use Strict";'));
    const page = await opened(browser, "veranderd.html");
    assert.ok(await page.locator("#advice").isVisible());
    assert.ok(page.mistakes.every((mistake) => mistake.includes("Content Security Policy")) && page.mistakes.length);
    await page.context().close();
}

// A browser that keeps nothing says so, and the form works as long as its window is open.
async function withoutStorage(browser) {
    const page = await opened(browser, "groep.html");
    await page.evaluate(() => {
        Object.defineProperty(window, "localStorage", {
            get() {
                throw new Error("forbidden");
            },
        });
    });
    await page.locator("#next").click();
    await page.keyboard.press("4");
    assert.ok((await page.locator("#said").textContent()).startsWith("Deze browser bewaart je antwoorden niet."));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.locator("#back").click();
    await page.locator("#back").click();
    assert.strictEqual(await page.locator("input:checked:visible").inputValue(), "4");
    await closed(page);
}

// Seven members, three of them in the browser, two by mail and two on an online form, become one profile.
async function sevenMembers(browser) {
    const { elements } = JSON.parse(ips("questions", "--json", "--lang", "nl"));
    const asked = elements.flatMap((element) => element.questions);
    const sheet = (member) => asked.map((_, index) => [..."12345?-"][(member * 3 + index * (member + 1)) % 7]);
    const sheets = [ANSWERS, ...[1, 2, 3, 4, 5, 6].map(sheet)];
    for (const member of [1, 2]) {
        const page = await opened(browser, "formulier.html", member === 1 ? PHONE : DESK);
        await page.locator("#next").click();
        for (const answer of sheets[member]) {
            await step(page).locator(`input[value="${answer}"]`).check();
            await page.locator("#next").click();
        }
        await page.locator("#next").click();
        const file = await saved(page, () => page.locator("[data-does=save]").click(), `lid-${member}.toml`);
        // One pastes the text into a mail instead.
        const mail = file.replaceAll('"', "”").split("\n").map((line) => `> > ${line}\r\n`).join("");
        if (member === 2) fs.writeFileSync(path.join(out, "lid-2.toml"), `Hoi,\r\n\r\n${mail}\r\nGroet\r\n`);
        await closed(page);
    }
    const form = ips("form", "--lang", "nl");
    const words = { "?": "weet niet", "-": "N.v.t." };
    const typed = (member) => form.replace(/^Antwoord (\d+): $/gm, (line, number) => {
        const answer = sheets[member][number - 1];
        return line + (words[answer] || answer);
    });
    const reply = typed(3).split("\n").map((line) => `> ${line}\n`).join("");
    fs.writeFileSync(path.join(out, "lid-3.txt"), `Zie onder.\n\n-- \nKim\n\nOp 3 november schreef Ali:\n${reply}`);
    fs.writeFileSync(path.join(out, "lid-4.txt"), Buffer.from("\ufeff" + typed(4).replaceAll("\n", "\r\n"), "utf16le"));
    const cell = (text) => `"${text.replaceAll('"', '""')}"`;
    const rows = [asked.map(({ text }) => text), ...[5, 6].map((member) => sheets[member].map((answer) => words[answer] || answer))];
    fs.writeFileSync(path.join(out, "online.csv"), rows.map((row) => ["Tijd", ...row].map(cell).join(",") + "\n").join(""));
    fs.mkdirSync(path.join(out, "team"));
    const files = ["toetsenbord.toml", "lid-1.toml", "lid-2.toml", "lid-3.txt", "lid-4.txt", "online.csv"];
    ips("merge", ...files, "--dir", "team", "--team", "Noord", "--date", "2026-11-21", "--lang", "nl");
    const profile = JSON.parse(ips("show", "--dir", "team", "--json"));
    assert.deepStrictEqual([profile.mode, profile.participants], ["merged", 7]);
    const found = profile.elements.flatMap((element) => element.questions);
    const counts = found.map(({ votes, dont_know, not_applicable }) => [...votes, dont_know, not_applicable]);
    const expected = asked.map((_, index) => [..."12345?-"].map((answer) => sheets.filter((given) => given[index] === answer).length));
    assert.deepStrictEqual(counts, expected);
    console.log("sevenMembers: as it should be");
}

// What the script writes for each of these notes is what the program reads.
function naughtyNotes() {
    const blank = (text) => !text.trim();
    const notes = JSON.parse(fs.readFileSync(corpus, "utf8")).filter((text) => !blank(text));
    const { elements } = JSON.parse(ips("questions", "--json"));
    const ids = elements.flatMap((element) => element.questions.map(({ id }) => id));
    for (let start = 0; start < notes.length; start += ids.length) {
        const some = notes.slice(start, start + ids.length);
        const of = (values) => Object.fromEntries(ids.slice(0, some.length).map((id, index) => [id, values[index]]));
        const filled = { id: "0".repeat(32), answers: of(some.map(() => "3")), notes: of(some) };
        const file = answerFile({ ids, questionnaire: "six-elements", version: "1" }, filled);
        fs.writeFileSync(path.join(out, "noten.toml"), file);
        fs.rmSync(path.join(out, "noten"), { recursive: true, force: true });
        fs.mkdirSync(path.join(out, "noten"));
        ips("assess", "--answers", "noten.toml", "--dir", "noten", "--team", "x", "--mode", "joint", "--participants", "1", "--date", "2026-11-21");
        const { elements: read } = JSON.parse(ips("show", "--dir", "noten", "--json"));
        const found = read.flatMap((element) => element.questions.map(({ note }) => note)).slice(0, some.length);
        assert.deepStrictEqual(found, some.map((text) => text.trim()));
    }
    return notes.length;
}

const HOSTILE = [
    "<script>ipsRan = 1</script>",
    '"><img src=x onerror=ipsRan=1>',
    "</script></style></textarea><svg onload=ipsRan=1>",
    "{number} {open} {file} $& $1 ${x}",
    "&lt;b&gt; &amp; '",
    "javascript:ipsRan=1",
];

(async () => {
    fs.rmSync(out, { recursive: true, force: true });
    fs.mkdirSync(out, { recursive: true });
    const text = (index) => JSON.stringify(HOSTILE[index % HOSTILE.length]);
    const questions = HOSTILE.map((_, index) => `[[elements.questions]]\nid = "q${index}"\ntext = ${text(index)}\nopen = ${text(index + 1)}\nscored = ${text(index + 2)}`);
    fs.writeFileSync(path.join(out, "vijandig.toml"), `format = 1\nid = "vijandig"\nversion = 1\ntitle = ${text(0)}\nsource = ${text(1)}\n[scale]\nlabels = [${[0, 1, 2, 3].map(text)}]\n[[elements]]\nid = "e"\ntitle = ${text(2)}\n${questions.join("\n")}\n`);
    ips("form", "--lang", "nl", "-o", "formulier.html");
    ips("form", "--lang", "nl", "--group", "ouders </script>", "-o", "groep.html");
    ips("form", "--lang", "en", "--questions", "vijandig.toml", "-o", "vijandig.html");
    for (const file of ["formulier.html", "groep.html", "vijandig.html"]) {
        assert.ok(fs.statSync(path.join(out, file)).size < 200_000, file);
    }
    const asRoot = process.getuid() === 0 ? ["--no-sandbox"] : [];
    const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: asRoot });
    for (const part of [byKeyboard, byTouch, hostile, withoutScript, withoutStorage]) {
        await part(browser);
        console.log(`${part.name}: as it should be`);
    }
    ips("check", "toetsenbord.toml", "telefoon.toml");
    await sevenMembers(browser);
    ips("check", "--questions", "vijandig.toml", "vijandig-antwoord.toml");
    await browser.close();
    console.log(`ips reads what the script writes, and ${naughtyNotes()} notes that were made to break things`);
})().catch((error) => {
    console.error(error);
    process.exit(1);
});
