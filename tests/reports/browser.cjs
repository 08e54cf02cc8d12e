// Opens pages in Chromium and tells what it saw there, as JSON; the Python side judges it.
// node browser.cjs < [{ "file": …, "shots": …, "pdf": true or false }, …]
"use strict";
const fs = require("fs");
const { pathToFileURL } = require("url");
const puppeteer = require("puppeteer-core");

const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [360, 768, 1280];
// Between the two only the layout is another.
const TABLET = 768;
// A sheet of A4.
const PAPER = [794];
const LOOKS = { light: ["screen", "light"], dark: ["screen", "dark"], print: ["print", "light"] };

// Runs in the page: what sticks out of it, and what its drawings' labels do.
function layout() {
    const name = (node) => `<${node.tagName.toLowerCase()}> ${node.textContent.trim().slice(0, 40)}`;
    const page = document.scrollingElement || document.documentElement;
    const seen = [...document.querySelectorAll("body *")].filter((node) => node.checkVisibility());
    const scrolls = (node) => node && (/auto|scroll|hidden/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
    const sticksOut = ({ left, right, width }) => width > 1 && (left < -1 || right > page.clientWidth + 1);
    const labels = [...document.querySelectorAll("svg text")].filter((label) => label.checkVisibility());
    const boxes = labels.map((label) => label.getBoundingClientRect());
    // A box is higher than the letters in it.
    const cut = labels.filter((label, index) => {
        const drawing = label.ownerSVGElement;
        const cuts = drawing.parentElement && getComputedStyle(drawing.parentElement).overflowX === "hidden";
        const [box, edge] = [boxes[index], (cuts ? drawing.parentElement : drawing).getBoundingClientRect()];
        return box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 4 || box.bottom > edge.bottom + 4;
    });
    const overlaps = [];
    boxes.forEach((one, index) => boxes.slice(0, index).forEach((other, before) => {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 1 && down > 3) overlaps.push(`${name(labels[before])} and ${name(labels[index])}`);
    }));
    // axe can't tell what is behind the letters of a drawing.
    const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const behind = (node) => {
        const colour = numbers(getComputedStyle(node).backgroundColor);
        return colour[3] !== 0 ? colour : node.parentElement ? behind(node.parentElement) : [255, 255, 255];
    };
    const faint = labels.filter((label) => {
        const [dark, bright] = [numbers(getComputedStyle(label).fill), behind(label)].map(light).sort((one, other) => one - other);
        return (bright + 0.05) / (dark + 0.05) < 4.5;
    });
    // So narrow that its words are broken everywhere.
    const cells = [...document.querySelectorAll("tbody th, tbody td")].filter((cell) => cell.checkVisibility());
    const squeezed = cells.filter((cell) => cell.innerText.trim().length > 12 && cell.clientWidth < 60);
    return {
        media: ["print", "(prefers-color-scheme: dark)"].filter((query) => matchMedia(query).matches),
        faint: faint.map(name),
        scrollWidth: page.scrollWidth,
        clientWidth: page.clientWidth,
        stickingOut: seen.filter((node) => sticksOut(node.getBoundingClientRect()) && !scrolls(node.parentElement)).map(name),
        cutLabels: cut.map(name),
        overlaps,
        squeezed: squeezed.map(name),
    };
}

// Runs in the page: what it holds, wherever it is shown.
function content() {
    const all = [...document.querySelectorAll("*")];
    // Drawings beside a text that says the same are hidden from screen readers, and left out here as well.
    const clean = (node) => {
        const copy = node.cloneNode(true);
        copy.querySelectorAll("[aria-hidden=true], style").forEach((part) => part.remove());
        return copy.textContent;
    };
    const rows = (table) => [...table.rows].map((row) => [...row.cells].map(clean));
    return {
        language: document.documentElement.lang,
        title: document.title,
        text: clean(document.body || document.documentElement),
        headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((node) => [Number(node.tagName[1]), clean(node)]),
        tables: [...document.querySelectorAll("table")].map(rows),
        drawings: document.querySelectorAll("svg[role=img]").length,
        scripts: document.querySelectorAll("script").length,
        handlers: all.flatMap((node) => [...node.attributes].map(({ name }) => name)).filter((name) => /^on/i.test(name)),
    };
}

const told = ({ id, nodes }) => ({ id, where: nodes.map((node) => `${node.target}: ${node.failureSummary}`.slice(0, 300)) });

// Letters in drawings are measured above, and those of no size are for readers of a PDF alone; about everything else axe has
// to be sure.
const isUnseen = ({ data }) => data?.fontSize?.startsWith("0.0pt");
const unsure = ({ id, nodes }) => ({ id, nodes: nodes.filter(({ html, any }) => !/^<(text|tspan)\b/.test(html) && !any.some(isUnseen)) });

// As far as someone will look; a report of long notes goes on for metres.
async function shoot(page, path, width) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({ path, clip: { x: 0, y: 0, width, height: Math.min(height || 900, 5000) } });
}

async function look(browser, { file, shots, pdf }) {
    const page = await browser.newPage();
    const devtools = await page.createCDPSession();
    const seen = { file, requests: [], messages: [], views: {} };
    page.on("request", (request) => seen.requests.push(request.url()));
    page.on("console", (message) => seen.messages.push(message.text()));
    page.on("pageerror", (error) => seen.messages.push(String(error)));
    await page.goto(pathToFileURL(file).href);
    seen.content = await page.evaluate(content);
    const isPage = await page.evaluate(() => Boolean(document.body));
    for (const [look, [media, scheme]] of Object.entries(isPage ? LOOKS : { alone: LOOKS.light })) {
        // Both in one message: each of the page's own two methods undoes what the other did.
        const features = [{ name: "prefers-color-scheme", value: scheme }];
        await devtools.send("Emulation.setEmulatedMedia", { media, features });
        for (const width of !isPage ? [1280] : media === "print" ? PAPER : WIDTHS) {
            await page.setViewport({ width, height: 900 });
            const view = await page.evaluate(layout);
            if (isPage && width !== TABLET) {
                // Given to the page by the browser itself, so that it runs where scripts are forbidden as well.
                await page.evaluate(axe);
                const found = await page.evaluate(() => axe.run({ resultTypes: ["violations", "incomplete"] }));
                view.violations = found.violations.map(told);
                const contrast = found.incomplete.filter(({ id }) => id === "color-contrast");
                view.unsure = contrast.map(unsure).filter(({ nodes }) => nodes.length).map(told);
            }
            seen.views[`${look}-${width}`] = view;
            if (width !== TABLET) await shoot(page, `${shots}-${look}-${width}.png`, width);
        }
    }
    await devtools.send("Emulation.setEmulatedMedia", { media: "", features: [] });
    // The browser's own filter would count as a request.
    page.removeAllListeners("request");
    await page.emulateVisionDeficiency("achromatopsia");
    await shoot(page, `${shots}-grey-1280.png`, 1280);
    await page.emulateVisionDeficiency("none");
    if (pdf) await page.pdf({ path: `${shots}.pdf`, format: "A4", preferCSSPageSize: true, printBackground: false });
    await page.close();
    return seen;
}

(async () => {
    const asRoot = process.getuid() === 0 ? ["--no-sandbox"] : [];
    const browser = await puppeteer.launch({ executablePath: "/usr/bin/chromium", args: asRoot });
    const seen = [];
    for (const job of JSON.parse(fs.readFileSync(0, "utf8"))) seen.push(await look(browser, job));
    await browser.close();
    process.stdout.write(JSON.stringify(seen));
})();
