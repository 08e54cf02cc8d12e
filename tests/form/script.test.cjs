// The parts of the form's script that need no browser. node --test tests/form
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const { quoted, answerFile, filledIn, answerOfKey } = require("../../src/render/filling_in.js");

const ID = "0123456789abcdef0123456789abcdef";
const NEW = "f".repeat(32);

test("a text is written so that neither TOML nor a mail program takes a sign for its own", () => {
    const texts = [
        ["", '""'],
        ["Zoë's note, 100 %", '"Zoë\'s note, 100 %"'],
        ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
        ["een\ntwee\r\tdrie", '"een\\ntwee\\u000d\\u0009drie"'],
        ["“a” <b>", '"\\u201ca\\u201d \\u003cb\\u003e"'],
        ["a\u00a0b\u202e\ufeff\0", '"a\\u00a0b\\u202e\\ufeff\\u0000"'],
        ["👩\u200d👧 \u{e0067}", '"👩\\u200d👧 \\U000e0067"'],
        ["half \ud83d", '"half \ufffd"'],
        ["\udc00\ud83d", '"\ufffd\ufffd"'],
    ];
    for (const [text, written] of texts) assert.strictEqual(quoted(text), written);
});

test("the answer file holds what was filled in, in the order of the questions", () => {
    const asked = { ids: ["a.x", "a.y", "b.z"], questionnaire: "eigen", version: "3", group: undefined };
    const filled = { id: ID, answers: { "b.z": "-", "a.x": "10" }, notes: { "b.z": " een\n", "a.y": " \n" } };
    assert.strictEqual(
        answerFile(asked, filled),
        `questionnaire = "eigen"\nversion = 3\nform = "${ID}"\nanswered = 2\n\n[answers]\n"a.x" = 10\n"b.z" = "-"\n\n[notes]\n"b.z" = "een"\n`,
    );
    const grouped = answerFile({ ...asked, group: 'ouders "b"' }, { id: ID, answers: {}, notes: {} });
    assert.match(grouped, /^group = "ouders \\"b\\""$/m);
    assert.match(grouped, /^answered = 0$/m);
});

test("what was kept is taken up, and what isn't ours is as good as nothing", () => {
    const kept = { id: ID, at: 3, answers: { "a.x": "4" }, notes: { "a.x": "ja" } };
    assert.deepStrictEqual(filledIn(JSON.stringify(kept), NEW), kept);
    const nothing = { id: NEW, at: 0, answers: {}, notes: {} };
    for (const other of [null, "", "{", "null", "3", '"a"', "[]", "{}", JSON.stringify({ ...kept, id: "x" })]) {
        assert.deepStrictEqual(filledIn(other, NEW), nothing, other);
    }
    const broken = { id: ID, at: "3", answers: { "a.x": 4, "a.y": "" }, notes: null };
    assert.deepStrictEqual(filledIn(JSON.stringify(broken), NEW), { ...nothing, id: ID });
});

test("a key is an answer of this scale, and ten has a key of its own", () => {
    const scale = (first, last) => [...Array(last - first + 1).keys()].map((n) => String(n + first)).concat("?", "-");
    const cases = [
        [scale(1, 5), { 1: "1", 5: "5", 6: null, 0: null, t: null, "?": "?", "-": "-", a: null, Enter: null }],
        [scale(1, 10), { 0: "10", 1: "1", t: null, 10: "10" }],
        [scale(0, 10), { 0: "0", t: "10", T: "10", 1: "1" }],
        [scale(0, 4), { 0: "0", t: null }],
    ];
    for (const [values, keys] of cases) {
        for (const [key, value] of Object.entries(keys)) {
            if (key !== "10") assert.strictEqual(answerOfKey(key, values), value, key);
        }
    }
});
