package uk.mashhub.adapter.police.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.police.sheet.DisposalKind;
import uk.mashhub.adapter.police.sheet.DisposalSheet;
import uk.mashhub.adapter.police.sheet.Forces;
import uk.mashhub.adapter.police.sheet.Heading;
import uk.mashhub.adapter.police.sheet.IncidentSheet;
import uk.mashhub.adapter.police.sheet.IncidentSheet.NarrativeKind;
import uk.mashhub.adapter.police.sheet.IntelligenceSheet;
import uk.mashhub.adapter.police.sheet.Marker;
import uk.mashhub.adapter.police.sheet.Marking;
import uk.mashhub.adapter.police.sheet.MatterKind;
import uk.mashhub.adapter.police.sheet.RoleWords;
import uk.mashhub.adapter.police.sheet.Terms;
import uk.mashhub.adapter.police.sheet.Words;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.HandlingCondition;

/**
 * Reads one record of the system. The head is read last, when it is known whether the record holds a property that nobody
 * here knows: such a record enters as UNKNOWN, for somebody to look at.
 */
final class MatterRecord {
    private final JsonShape record;
    private final RecordsSystem system;
    private final Cast cast;
    private final Terms terms = new Terms();

    MatterRecord(JsonShape record, RecordsSystem system, Cast cast) {
        this.record = record;
        this.system = system;
        this.cast = cast;
    }

    IncidentSheet incident() throws WrongShape {
        String kindWord = record.required("kind");
        MatterKind kind = MatterKind.of(kindWord, record.place("kind"), terms);
        String outcome = record.text("outcome");
        Optional<JsonShape> placed = record.object("place");
        Optional<Address> place = placed.isEmpty() ? Optional.empty() : PersonRecord.address(placed.get(), terms);
        List<IncidentSheet.Account> accounts = Telling.accounts(record, terms);
        List<IncidentSheet.Voice> voices = Telling.voices(record, cast);
        Optional<IncidentSheet.Risk> risk = Telling.risk(record, terms);
        boolean domestic = record.yesOrNo("domesticAbuse") || kind == MatterKind.DOMESTIC_ABUSE || risk.isPresent();
        return new IncidentSheet(
                heading("incident/"),
                kind,
                kindWord,
                domestic,
                NarrativeKind.RECORD,
                outcome,
                place,
                accounts,
                voices,
                risk);
    }

    DisposalSheet disposal() throws WrongShape {
        String kind = record.required("kind");
        DisposalKind known = Words.in(DisposalKind.class, kind, record.place("kind"), terms);
        String offence = record.text("offence");
        String offenceKind = record.text("offenceKind");
        MatterKind matter = offenceKind.isEmpty()
                ? MatterKind.UNKNOWN
                : MatterKind.of(offenceKind, record.place("offenceKind"), terms);
        ItemField status = DisposalSheet.status(record.text("status"), record.place("status"), terms);
        String conditions = record.text("conditions");
        String note = record.text("note");
        return new DisposalSheet(heading("involvement/"), known, kind, offence, matter, status, conditions, note);
    }

    IntelligenceSheet intelligence() throws WrongShape {
        IntelligenceGrade grade = IntelligenceSheet.grade(record.required("grade"), record.place("grade"), terms);
        String handling = record.text("handling");
        boolean covert = record.yesOrNo("covertSource") || Marker.covert(record.text("system"));
        String detail = record.text("source");
        String text = record.text("text");
        return new IntelligenceSheet(heading("intelligence/"), grade, handling, covert, detail, text);
    }

    private Heading heading(String kind) throws WrongShape {
        Set<HandlingCondition> conditions = new HashSet<>();
        Optional<AgencyId> originator =
                Forces.other(record.required("force"), system.ownForce(), record.place("force"), terms);
        if (originator.isPresent()) {
            conditions.add(HandlingCondition.CONSULT_ORIGINATOR);
        }
        if (Marker.confidential(record.text("system"))) {
            conditions.add(HandlingCondition.VERY_RESTRICTED);
        }
        String occurrence = record.text("occurrence").replace(" ", "").toUpperCase(Locale.ROOT);
        String version = record.text("version");
        Optional<Instant> recordedAt = record.instant("recordedAt");
        Classification classification =
                Marking.of(record.required("classification"), record.place("classification"), terms);
        EventTime when = when();
        List<SourceSubject> subjects = subjects();
        String id = record.required("recordId");
        return new Heading(
                kind + id,
                version,
                originator,
                Optional.of(occurrence).filter(o -> !o.isEmpty()),
                recordedAt,
                when,
                subjects,
                classification,
                conditions,
                strange(),
                terms.all());
    }

    private EventTime when() throws WrongShape {
        Optional<LocalDate> from = record.day("from");
        Optional<LocalDate> to = record.day("to");
        return new EventTime(from, to);
    }

    private List<SourceSubject> subjects() throws WrongShape {
        List<SourceSubject> subjects = new ArrayList<>();
        for (JsonShape p : record.requiredObjects("people")) {
            subjects.add(new SourceSubject(
                    cast.key(p.required("recordId")), RoleWords.of(p.required("role"), p.place("role"), terms)));
        }
        return subjects;
    }

    private boolean strange() {
        List<String> names = record.unasked();
        names.forEach(name -> terms.add(record.place(), name));
        return !names.isEmpty();
    }
}
