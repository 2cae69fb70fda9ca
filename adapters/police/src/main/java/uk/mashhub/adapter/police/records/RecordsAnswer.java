package uk.mashhub.adapter.police.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.adapter.police.sheet.Heading;
import uk.mashhub.adapter.police.sheet.Homes;
import uk.mashhub.adapter.police.sheet.IncidentItems;
import uk.mashhub.adapter.police.sheet.IncidentSheet;
import uk.mashhub.adapter.police.sheet.Matter;
import uk.mashhub.adapter.police.sheet.PersonItems;
import uk.mashhub.adapter.police.sheet.PersonSheet;
import uk.mashhub.adapter.police.sheet.Protection;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * Puts one answer together: people found for certain under the question's keys, candidates under keys of their own, each with
 * all that is held of them, and bystanders. Nobody's home is told of a candidate: a household is no item and cannot wait.
 */
final class RecordsAnswer {
    private final Question question;
    private final Hits hits;
    private final Holdings holdings;
    private final Cast cast;
    private final Map<PersonKey, PersonSheet> people = new LinkedHashMap<>();

    RecordsAnswer(Question question, Hits hits, Holdings holdings, Cast cast) {
        this.question = question;
        this.hits = hits;
        this.holdings = holdings;
        this.cast = cast;
        hits.certain().forEach((key, hit) -> people.put(key, hit.person().keyed(key)));
        hits.candidates().keySet().forEach(hit -> people.put(hit.person().key(), hit.person()));
        Bystanders.of(subjects(), Set.copyOf(people.keySet())).forEach(p -> people.put(p.key(), p));
    }

    Answer answer() {
        Protection protection = new Protection(List.copyOf(people.values()), List.of(), matters());
        return new Answer(
                question.token(),
                question.source(),
                Answer.Kind.ANSWERED,
                "",
                people.values().stream()
                        .map(p -> protection.person(p, question.source()))
                        .toList(),
                candidates(),
                Homes.of(hits.certain().keySet().stream()
                        .flatMap(key -> Stream.ofNullable(people.get(key)))
                        .toList()),
                List.of(),
                items(protection).stream()
                        .filter(i -> cast.concerns(
                                i.subjects().stream().map(SourceSubject::person).toList()))
                        .map(protection::marked)
                        .toList(),
                terms());
    }

    private List<SourceItem> items(Protection protection) {
        List<SourceItem> items = new ArrayList<>();
        hits.certain()
                .forEach((key, hit) -> items.addAll(PersonItems.of(hit.person().keyed(key), heading(hit))));
        hits.candidates().keySet().forEach(hit -> items.addAll(PersonItems.of(hit.person(), heading(hit))));
        holdings.incidents().forEach(i -> items.addAll(IncidentItems.of(i, protection.keptNear(i.place()))));
        holdings.disposals().forEach(d -> items.addAll(d.items()));
        holdings.logs().forEach(log -> items.add(log.item()));
        items.addAll(holdings.signs());
        return items;
    }

    private List<Matter> matters() {
        return Stream.concat(
                        holdings.incidents().stream().map(Matter::of),
                        holdings.disposals().stream().map(Matter::of))
                .toList();
    }

    private List<SourceSubject> subjects() {
        List<SourceSubject> subjects = new ArrayList<>();
        for (IncidentSheet incident : holdings.incidents()) {
            subjects.addAll(incident.heading().subjects());
            incident.voices().forEach(v -> subjects.add(new SourceSubject(v.child(), SubjectRole.INDEX_CHILD)));
        }
        holdings.disposals().forEach(d -> subjects.addAll(d.heading().subjects()));
        holdings.logs().forEach(l -> subjects.addAll(l.heading().subjects()));
        return subjects;
    }

    private List<Answer.Candidate> candidates() {
        return hits.candidates().entrySet().stream()
                .flatMap(e -> e.getValue().stream()
                        .map(asked -> new Answer.Candidate(e.getKey().person().key(), asked)))
                .toList();
    }

    private List<UnknownTerm> terms() {
        return Stream.concat(hits.certain().values().stream(), hits.candidates().keySet().stream())
                .flatMap(hit -> hit.terms().stream())
                .toList();
    }

    private static Heading heading(Hit hit) {
        return new Heading(
                "person/" + hit.recordId(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EventTime.unknown(),
                List.of(),
                Classification.OFFICIAL_SENSITIVE,
                Set.of(),
                false,
                List.of());
    }
}
