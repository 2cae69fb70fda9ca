package uk.mashhub.adapter.police.notification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.police.sheet.DisposalKind;
import uk.mashhub.adapter.police.sheet.DisposalSheet;
import uk.mashhub.adapter.police.sheet.Forces;
import uk.mashhub.adapter.police.sheet.Heading;
import uk.mashhub.adapter.police.sheet.IncidentSheet;
import uk.mashhub.adapter.police.sheet.IncidentSheet.Account;
import uk.mashhub.adapter.police.sheet.IncidentSheet.NarrativeKind;
import uk.mashhub.adapter.police.sheet.IncidentSheet.Risk;
import uk.mashhub.adapter.police.sheet.IncidentSheet.RiskAnswer;
import uk.mashhub.adapter.police.sheet.IncidentSheet.Voice;
import uk.mashhub.adapter.police.sheet.IntelligenceSheet;
import uk.mashhub.adapter.police.sheet.Marker;
import uk.mashhub.adapter.police.sheet.Marking;
import uk.mashhub.adapter.police.sheet.MatterKind;
import uk.mashhub.adapter.police.sheet.Places;
import uk.mashhub.adapter.police.sheet.RiskWords;
import uk.mashhub.adapter.police.sheet.RoleWords;
import uk.mashhub.adapter.police.sheet.Terms;
import uk.mashhub.adapter.police.sheet.Words;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;

/** Reads incidents, disposals and intelligence of a notification. Words that are not known stay with their record. */
final class MatterReading {
    private final Cover cover;
    private final boolean domesticReferral;

    /** {@code domesticReferral}: the notification as a whole is about domestic abuse. */
    MatterReading(Cover cover, boolean domesticReferral) {
        this.cover = cover;
        this.domesticReferral = domesticReferral;
    }

    /** The first incident of a form is the one that the form's own occurrence number names. */
    List<IncidentSheet> incidents(List<Element> elements) {
        List<IncidentSheet> sheets = new ArrayList<>();
        for (Element e : elements) {
            sheets.add(incident(e, sheets.isEmpty() ? Optional.of(cover.occurrence()) : Optional.empty()));
        }
        return sheets;
    }

    private IncidentSheet incident(Element e, Optional<String> ofTheForm) {
        Terms terms = new Terms();
        Element kindWord = e.the("kind");
        MatterKind kind = MatterKind.of(kindWord.token(), kindWord.place(), terms);
        Optional<Risk> risk = e.one("dash").map(d -> risk(d, terms));
        List<Account> accounts =
                e.all("account").stream().map(a -> account(a, terms)).toList();
        return new IncidentSheet(
                heading(e, "/incident/", days(e, "on", "until", true), event(e).or(() -> ofTheForm), terms),
                kind,
                kindWord.token(),
                domesticReferral || kind == MatterKind.DOMESTIC_ABUSE || e.is("domesticAbuse") || risk.isPresent(),
                NarrativeKind.REFERRAL,
                e.token("outcome"),
                e.one("place").flatMap(p -> place(p, terms)),
                accounts,
                e.all("childVoice").stream()
                        .map(v -> new Voice(new PersonKey(v.attribute("person")), v.story()))
                        .toList(),
                risk);
    }

    DisposalSheet disposal(Element e) {
        Terms terms = new Terms();
        Element kind = e.the("kind");
        DisposalKind known = Words.in(DisposalKind.class, kind.token(), kind.place(), terms);
        MatterKind offence = e.one("offenceKind")
                .map(o -> MatterKind.of(o.token(), o.place(), terms))
                .orElse(MatterKind.UNKNOWN);
        return new DisposalSheet(
                heading(e, "/disposal/", days(e, "from", "until", false), event(e), terms),
                known,
                kind.token(),
                e.token("offence"),
                offence,
                DisposalSheet.status(
                        e.token("status"), e.one("status").map(Element::place).orElse(e.place()), terms),
                e.story("conditions"),
                e.story("note"));
    }

    IntelligenceSheet log(Element e) {
        Terms terms = new Terms();
        Element gradeWord = e.the("grade");
        IntelligenceGrade grade = IntelligenceSheet.grade(gradeWord.token(), gradeWord.place(), terms);
        Optional<AgencyId> other =
                e.one("force").flatMap(f -> Forces.other(f.token(), cover.force(), f.place(), terms));
        Set<HandlingCondition> conditions = new HashSet<>();
        other.ifPresent(o -> conditions.add(HandlingCondition.CONSULT_ORIGINATOR));
        if (Marker.confidential(e.token("system"))) {
            conditions.add(HandlingCondition.VERY_RESTRICTED);
        }
        Classification classification = e.one("classification")
                .map(c -> Marking.stricter(cover.classification(), Marking.of(c.token(), c.place(), terms)))
                .orElse(cover.classification());
        return new IntelligenceSheet(
                heading(e, "/intelligence/", days(e, "on", "on", true), Optional.empty(), terms)
                        .handled(other, conditions, classification),
                grade,
                e.story("handling"),
                e.says("covertSource") || Marker.covert(e.token("system")),
                e.story("source"),
                e.story("text"));
    }

    private Heading heading(Element e, String part, EventTime when, Optional<String> event, Terms terms) {
        return new Heading(
                cover.occurrence() + part + e.attribute("id"),
                cover.version(),
                Optional.empty(),
                event,
                Optional.of(cover.recordedAt()),
                when,
                subjects(e, terms),
                cover.classification(),
                Set.of(),
                false,
                terms.all());
    }

    /** The event an incident or a disposal tells of; two matters of one form are two events. */
    private static Optional<String> event(Element e) {
        return Optional.of(Cover.occurrence(e)).filter(o -> !o.isEmpty());
    }

    /** A day without an end is one day for an incident, and open for a disposal. */
    private static EventTime days(Element e, String from, String to, boolean oneDay) {
        Optional<LocalDate> first = Cover.day(e.token(from));
        Optional<LocalDate> last = Cover.day(e.token(to));
        return new EventTime(first, last.isEmpty() && oneDay ? first : last);
    }

    private static List<SourceSubject> subjects(Element e, Terms terms) {
        List<SourceSubject> subjects = new ArrayList<>();
        for (Element i : e.all("involved")) {
            subjects.add(new SourceSubject(
                    new PersonKey(i.attribute("person")), RoleWords.of(i.attribute("role"), i.place(), terms)));
        }
        return subjects;
    }

    private static Account account(Element a, Terms terms) {
        String nature = a.attribute("nature");
        return new Account(
                nature.isEmpty() ? Nature.ALLEGATION : Words.in(Nature.class, nature, a.place(), terms), a.story());
    }

    private static Risk risk(Element d, Terms terms) {
        return new Risk(
                RiskWords.grade(d.attribute("grade"), d.place(), terms),
                d.token("score"),
                d.all("answer").stream()
                        .map(a -> new RiskAnswer(
                                a.attribute("question"),
                                RiskWords.reply(a.attribute("question"), a.token(), a.place(), terms),
                                a.attribute("comment")))
                        .toList());
    }

    private static Optional<Address> place(Element p, Terms terms) {
        List<String> lines = p.all("line").stream().map(Element::token).toList();
        return Places.address(lines, p.token("postcode"), p.token("uprn"), p.place(), terms);
    }
}
