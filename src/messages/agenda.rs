//! What the agenda of a meeting says, and what is wrong with a file of ways of working.

use chrono::{Datelike as _, NaiveDate};

use super::{counted, messages};
use crate::lang::Lang;

const DAYS_NL: [&str; 7] = [
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
];
const DAYS_EN: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

impl Lang {
    /// A day in words with its day of the week: `donderdag 8 juli 2027`.
    pub fn weekday_date(self, date: NaiveDate) -> String {
        let day = self.pick(DAYS_NL, DAYS_EN)[date.weekday().num_days_from_monday() as usize];
        format!("{day} {}", self.date(date))
    }
}

counted! {
    // With a space that a line isn't broken at.
    minutes(n) { nl: "1\u{a0}minuut" / "{n}\u{a0}minuten", en: "1\u{a0}minute" / "{n}\u{a0}minutes" }
}

messages! {
    agenda_title(team: &str) { nl: "Agenda: {team}", en: "Agenda: {team}" }
    time_and_place() { nl: "Tijd en plaats", en: "Time and place" }

    welcome_part() { nl: "Welkom", en: "Welcome" }
    welcome_new() {
        nl: "Is er iemand nieuw? Vertel dan om de beurt kort wie je bent, wat je vak is en wie je hier al kent.",
        en: "Is anyone new? Then take turns to tell briefly who you are, what your profession is and whom you know here already.",
    }
    there_were_on(date: &str, functions: &str) {
        nl: "Op {date} waren er: {functions}.",
        en: "On {date} there were: {functions}.",
    }
    who_is_missing() {
        nl: "Mist er iemand? Spreek af wie die collega bijpraat. In een vaste groep leer je elkaar echt kennen.",
        en: "Is anyone missing? Agree who will tell that colleague how it went. In a fixed group you really get to know each other.",
    }
    new_people() { nl: "Nieuw", en: "New" }
    missing_people() { nl: "Niet aanwezig", en: "Not present" }

    agreements_part() { nl: "Open afspraken", en: "Open agreements" }
    go_through_agreements() {
        nl: "Zijn we dichter bij ons doel gekomen? Moeten we het misschien anders doen?",
        en: "Have we come closer to our goal? Should we perhaps do it differently?",
    }
    no_open_agreements() {
        nl: "Er staan geen afspraken open. Die tijd is nu voor de andere punten.",
        en: "There are no open agreements. That time is now for the other items.",
    }
    agreement_column() { nl: "Afspraak", en: "Agreement" }
    agreement_who_column() { nl: "Wie", en: "Who" }
    agreement_due_column() { nl: "Klaar", en: "By" }
    agreement_state_column() { nl: "Stand", en: "State" }
    how_it_stands_column() { nl: "Stand nu", en: "Status" }
    past_its_date() { nl: "datum voorbij", en: "past its date" }

    question_part() { nl: "De vraag van vandaag", en: "The question of today" }
    around_the_question() {
        nl: "We zoeken samen een antwoord dat breder is dan één vak, steeds rondom deze vraag:",
        en: "Together we look for an answer that is broader than one profession, always around this question:",
    }
    central_question() {
        nl: "Wat vragen dit kind of deze jongere en dit gezin op dit moment van mij persoonlijk en van ons samen? Wat hebben zij nodig zodat zij na verloop van tijd beter toegerust en met meer bagage, meer (zelf) vertrouwen en meer mogelijkheden voor eigen regie hun levensweg kunnen vervolgen?",
        en: "What do this child or this young person and this family ask at this moment of me personally and of us together? What do they need so that in time they can continue on their path through life better equipped and with more to carry with them, more (self-)confidence and more possibilities to direct their own lives?",
    }
    central_question_source() {
        nl: "Schuman, 2023, in: Blog “Interprofessioneel samenwerken (IPS)”, 20 juni",
        en: "Schuman, 2023, in: Blog “Interprofessioneel samenwerken (IPS)”, 20 June",
    }
    in_translation(text: &str) { nl: "Vertaald: {text}", en: "In English: {text}" }
    todays_question() { nl: "De vraag", en: "The question" }
    brought_in_by() { nl: "Ingebracht door", en: "Brought in by" }
    how_to_bring_in() {
        nl: "Wie de vraag inbrengt (de inbrenger), vertelt. De anderen luisteren en vragen alleen wat ze nodig hebben om het te begrijpen. Noem geen namen van kinderen of ouders.",
        en: "Whoever brings in the question tells about it. The others listen, and only ask what they need to understand it. Don’t name children or parents.",
    }

    activity_part(title: &str) { nl: "Werkvorm: {title}", en: "Way of working: {title}" }
    needed(things: &str) { nl: "Nodig: {things}.", en: "You need: {things}." }
    idea_from(source: &str) {
        nl: "Idee: {source}. Stappen: ips.",
        en: "Idea: {source}. Steps: ips.",
    }
    taken_from(source: &str) { nl: "Uit: {source}.", en: "From: {source}." }

    talk_part() { nl: "Hoe we samenwerken", en: "How we work together" }
    choose_one_question(date: &str) {
        nl: "Dit kwam uit het profiel van {date}. Kies er samen één vraag uit om over te praten.",
        en: "This came from the profile of {date}. Together, choose one question to talk about.",
    }
    time_to_the_question(date: &str) {
        nl: "Uit het profiel van {date} komt geen element om over te praten. De tijd hiervoor is nu voor de vraag van vandaag.",
        en: "The profile of {date} gives no element to talk about. The time for this is now for the question of today.",
    }
    advice_heading() { nl: "Twee adviezen voor het gesprek", en: "Two pieces of advice for the conversation" }
    slow_down() {
        nl: "Vertragen en verdragen: stap niet te snel in de uitvoering. Zorg eerst samen voor een goed beeld van het geheel.",
        en: "Slow down and bear with it: don’t step into action too quickly. First get a good picture of the whole together.",
    }
    look_for_need() {
        nl: "Zoek wat er nodig is: noem niet het probleem, maar vraag door. In welke situatie gaat het misschien wél goed? Wat is er nodig om het anders te kunnen doen?",
        en: "Look for what is needed: don’t name the problem, but keep asking. In which situation does it perhaps go well? What is needed to be able to do it differently?",
    }
    advice_source() {
        nl: "Netwerkbijeenkomst Veenendaal: Van samenwerken word je een betere professional, 9 november 2023",
        en: "Netwerkbijeenkomst Veenendaal: Van samenwerken word je een betere professional, 9 November 2023",
    }

    closing_part() { nl: "Nieuwe afspraken", en: "New agreements" }
    agreement_to_make_column() { nl: "Wat we afspreken", en: "What we agree" }
    next_meeting(date: &str) { nl: "De volgende bijeenkomst is op {date}.", en: "The next meeting is on {date}." }
    next_question() { nl: "De vraag komt dan van", en: "The question will come from" }

    other_activity(title: &str, id: &str) {
        nl: "De werkvorm is ‘{title}’. Liever een andere? Zet achter ips agenda: --not {id}",
        en: "The way of working is ‘{title}’. Rather another? Put behind ips agenda: --not {id}",
    }
    agenda_in_the_past(date: &str) {
        nl: "Let op: {date} is al geweest. Kies de dag van de bijeenkomst met --date.",
        en: "Note: {date} has passed. Choose the day of the meeting with --date.",
    }
    unknown_activity(typed: &str, list: &str) {
        nl: "De werkvorm {typed} is er niet. Kies er een, met het nummer, de naam tussen haakjes of het begin van de titel:{list}",
        en: "There is no way of working {typed}. Choose one, by its number, its name in brackets or the beginning of its title:{list}",
    }
    no_activity_left() {
        nl: "Zo blijft er geen werkvorm over. Laat minstens één --not weg.",
        en: "This leaves no way of working. Leave out at least one --not.",
    }
    meeting_before_profile(date: &str, newest: &str) {
        nl: "De bijeenkomst van {date} is vóór het profiel van {newest}. Kies met --date een latere dag, of geef het profiel van de keer daarvoor.",
        en: "The meeting of {date} is before the profile of {newest}. Choose a later day with --date, or give the profile of the time before.",
    }

    sound_activities(file: &str) { nl: "{file}: werkvormen in orde.", en: "{file}: ways of working are sound." }
    newer_activities() {
        nl: "Deze werkvormen zijn voor een nieuwere versie van ips. Haal de nieuwe versie op.",
        en: "These ways of working are for a newer version of ips. Get the new version.",
    }
    no_activities() {
        nl: "Er is geen werkvorm. Zet er minstens één [[activities]] in.",
        en: "There is no way of working. Put at least one [[activities]] in.",
    }
    no_steps(key: &str) {
        nl: "{key} ontbreekt: een werkvorm heeft minstens één stap.",
        en: "{key} is missing: a way of working has at least one step.",
    }
}
