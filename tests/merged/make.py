"""Makes the results of one team as online forms and spreadsheets save them: python3 tests/merged/make.py FOLDER

Needs openpyxl and LibreOffice (soffice). Each file holds the same seven forms as answers.csv. What it makes is kept beside it,
so that the tests need neither.
"""

import csv
import datetime
import pathlib
import random
import subprocess
import sys
import tempfile
import tomllib

import openpyxl
from openpyxl.styles import Font

ROOT = pathlib.Path(__file__).resolve().parents[2]
LABELS = {
    "nl": ["nee", "eerder niet", "deels", "eerder wel", "ja"],
    "en": ["no", "not really", "partly", "mostly", "yes"],
}
OTHER = {"nl": {"?": "Weet ik niet", "-": "N.v.t."}, "en": {"?": "Don't know", "-": "Not applicable"}}


def questions():
    """The full id and the texts of each question."""
    data = tomllib.loads((ROOT / "data/six-elements.toml").read_text())
    for element in data["elements"]:
        for question in element["questions"]:
            yield f"{element['id']}.{question['id']}", question["text"]


def label(answer, lang):
    if answer in OTHER[lang]:
        return OTHER[lang][answer]
    return LABELS[lang][int(answer) - 1] if answer else None


def moment(row):
    return datetime.datetime(2026, 11, 20, 9, 30) + datetime.timedelta(minutes=7 * row)


def microsoft(path, asked, forms):
    """As Microsoft Forms: who and when first, numbered questions with a space at their end that doesn't break, labels."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    known = ["Id", "Begintijd", "Tijd van voltooien", "E-mailadres", "Naam", "Tijd van laatste wijziging"]
    heads = [f"{place}. {text['nl']}\u00a0" for place, (_, text) in enumerate(asked, 1)]
    sheet.append(known + heads)
    for row, form in enumerate(forms, 1):
        who = [row, moment(row), moment(row + 1), "anonymous", None, None]
        sheet.append(who + [label(answer, "nl") for answer in form])
    book.save(path)


def by_hand(path, asked, forms):
    """As someone keeps it: a title over merged cells, heads with line breaks, another order, English, numbers as text, empty rows."""
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "Read me"
    notes["A1"] = "From the paper forms"
    sheet = book.create_sheet("Answers")
    order = list(range(len(asked)))
    random.Random(5).shuffle(order)
    sheet["B2"] = "Our answers, November"
    sheet["B2"].font = Font(bold=True)
    sheet.merge_cells(start_row=2, start_column=2, end_row=2, end_column=8)
    for column, place in enumerate(order, 3):
        words = asked[place][1]["en"].split(" ")
        middle = len(words) // 2
        head = " ".join(words[:middle]) + "\n" + " ".join(words[middle:])
        sheet.cell(4, column, head)
        sheet.merge_cells(start_row=4, start_column=column, end_row=5, end_column=column)
    row = 7
    for number, form in enumerate(forms):
        sheet.cell(row, 2, f"form {number + 1}")
        for column, place in enumerate(order, 3):
            answer = form[place]
            if not answer:
                continue
            kind = (number + column) % 4
            if answer in OTHER["en"]:
                value = label(answer, "en") if kind % 2 else answer
            else:
                value = [int(answer), answer, f"{answer} - {label(answer, 'en')}", label(answer, "en").upper()][kind]
            sheet.cell(row, column, value)
        row += 1 + number % 3
    book.save(path)


def google(path, asked, forms):
    """As Google Forms: a CSV file with the moment first, and a grid whose rows stand in brackets."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        write = csv.writer(file)
        write.writerow(["Tijdstempel"] + [f"Hoe kijk je hiernaar? [{text['nl']}]" for _, text in asked])
        for row, form in enumerate(forms, 1):
            write.writerow([moment(row).strftime("%d-%m-%Y %H:%M:%S")] + form)


def convert(source, to, target):
    """By LibreOffice, in another form."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", to]
        if source.suffix == ".csv":
            command.append("--infilter=CSV:44,34,76")
        command += ["--outdir", folder, str(source)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = pathlib.Path(folder) / (source.stem + "." + to.split(":")[0])
        target.write_bytes(made.read_bytes())


def main():
    folder = pathlib.Path(sys.argv[1])
    asked = list(questions())
    drawn = random.Random(2026)
    answers = ["1", "2", "3", "3", "4", "4", "5", "?", "-", ""]
    forms = [[drawn.choice(answers) for _ in asked] for _ in range(7)]
    with open(folder / "answers.csv", "w", newline="\n", encoding="utf-8") as file:
        write = csv.writer(file, lineterminator="\n")
        write.writerow([full_id for full_id, _ in asked])
        write.writerows(forms)
    microsoft(folder / "microsoft.xlsx", asked, forms)
    by_hand(folder / "by-hand.xlsx", asked, forms)
    google(folder / "google.csv", asked, forms)
    convert(folder / "google.csv", "xlsx:Calc MS Excel 2007 XML", folder / "google-libreoffice.xlsx")
    convert(folder / "microsoft.xlsx", "csv:Text - txt - csv (StarCalc):59,34,76", folder / "microsoft-libreoffice.csv")
    convert(folder / "by-hand.xlsx", "xlsx:Calc MS Excel 2007 XML", folder / "by-hand-libreoffice.xlsx")


main()
