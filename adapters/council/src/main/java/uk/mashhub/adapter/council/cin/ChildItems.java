package uk.mashhub.adapter.council.cin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.council.cin.CinCode.CodeList;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** All items that the census holds about one child. */
final class ChildItems {
    private final CinChild child;
    private final CinCensus census;
    private final RecordIds ids;

    private ChildItems(CinChild child, CinCensus census) {
        this.child = child;
        this.census = census;
        this.ids = new RecordIds(child);
    }

    static List<SourceItem> of(CinChild child, CinCensus census, PersonKey key) {
        return new ChildItems(child, census)
                .all().stream().map(item -> item.item(key, census.writtenAt())).toList();
    }

    private List<CinItem> all() {
        List<CinItem> items = new ArrayList<>();
        items.add(identity());
        if (!child.disabilities().isEmpty()) {
            items.add(disabilities());
        }
        Optional<LocalDate> adoptedOn = adoptedOn();
        for (CinEpisode episode : child.episodes()) {
            boolean before = adopted() && beforeAdoption(episode, adoptedOn);
            new EpisodeItems(
                            episode, ids, census.referenceDate(), child.diedOn().isPresent())
                    .items().stream()
                            .map(item -> before ? item.statutes(Set.of(StatuteFlag.ADOPTION)) : item)
                            .forEach(items::add);
        }
        return items;
    }

    private CinItem identity() {
        boolean checked = child.upn().isPresent();
        return new CinItem(ids.of("child", Optional.empty()), DataClass.IDENTITY)
                .field(FieldKind.IDENTIFIER, "Council number", child.localNumber())
                .field(
                        FieldKind.IDENTIFIER,
                        checked ? "Unique pupil number" : "Unique pupil number as written, not valid",
                        child.upnWritten())
                .field(
                        FieldKind.BIRTH_DATE,
                        "Date of birth",
                        child.birthDate().map(b -> b.date().toString()).orElse(""))
                .field(
                        FieldKind.SEX,
                        "Sex",
                        child.sex() == Sex.UNKNOWN ? "" : child.sex().name())
                .day("Died on", child.diedOn())
                .day("As at", census.referenceDate());
    }

    private CinItem disabilities() {
        CinItem item = new CinItem(ids.of("disabilities", Optional.empty()), DataClass.CHILD_HEALTH);
        child.disabilities().stream()
                .map(code -> CinCode.of(CodeList.DISABILITY, code).words())
                .forEach(words -> item.field(FieldKind.CATEGORY, "Disability", words));
        return item.day("As at", census.referenceDate());
    }

    private boolean adopted() {
        return child.episodes().stream().anyMatch(ChildItems::endsInAdoption);
    }

    private Optional<LocalDate> adoptedOn() {
        return child.episodes().stream()
                .filter(ChildItems::endsInAdoption)
                .flatMap(e -> e.closedOn().stream())
                .max(LocalDate::compareTo);
    }

    /** What was before is another identity (Adoption and Children Act 2002 s56); a date that is not known counts as before. */
    private static boolean beforeAdoption(CinEpisode episode, Optional<LocalDate> adoptedOn) {
        return endsInAdoption(episode)
                || adoptedOn.isEmpty()
                || episode.referredOn()
                        .map(day -> day.isBefore(adoptedOn.get()))
                        .orElse(true);
    }

    private static boolean endsInAdoption(CinEpisode episode) {
        return CinCode.of(CodeList.CLOSURE, episode.closureReason()).statutes().contains(StatuteFlag.ADOPTION);
    }
}
