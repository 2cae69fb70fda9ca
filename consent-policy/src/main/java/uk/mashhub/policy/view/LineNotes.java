package uk.mashhub.policy.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.engine.Finding;

/** What goes with a line: what its reader must and must not do with it, and how far it can be relied on. */
final class LineNotes {
    private final Reading reading;

    LineNotes(Reading reading) {
        this.reading = reading;
    }

    List<String> of(Finding finding) {
        Set<Obligation> duties = finding.verdict().obligations();
        List<String> notes = new ArrayList<>();
        if (duties.contains(Obligation.SHOW_STATUS)) {
            notes.add(
                    "Not proven: " + Words.of(finding.item().labels().nature()).toLowerCase(Locale.ROOT));
        }
        if (duties.contains(Obligation.NO_ONWARD_SHARING)) {
            notes.add("Do not share onward");
        }
        if (duties.contains(Obligation.SHOW_LAST_DAY)) {
            lastDay(finding.item()).ifPresent(notes::add);
        }
        if (duties.contains(Obligation.DO_NOT_TELL_SUBJECT)) {
            notes.add("Do not tell the person whom it is about");
        }
        if (duties.contains(Obligation.TELL_SUBJECT)) {
            notes.add("Tell the person that this was shared");
        }
        if (duties.contains(Obligation.NOTIFY_ORIGINATOR) && !own(finding.item())) {
            notes.add("The agency it came from is told that this is shown to you");
        }
        shownTo(finding, notes);
        handling(finding, notes);
        return notes;
    }

    private boolean own(Item item) {
        return item.provenance().owner().equals(reading.scene().audience().agency());
    }

    private static Optional<String> lastDay(Item item) {
        return item.labels().handling().expiresOn().map(day -> "May be read until " + Times.spoken(day.toString()));
    }

    /** What its owner is told of an item that it wants to hear of. */
    private void shownTo(Finding finding, List<String> notes) {
        String teams = reading.worksheet().shownTo(finding.item().id()).stream()
                .map(t -> Words.ofSlug(t.value()))
                .collect(Collectors.joining(", "));
        if (!teams.isEmpty()) {
            notes.add("Shown to " + teams);
        }
    }

    /** The owner's words on handling are free text, and go the way of free text. */
    private void handling(Finding finding, List<String> notes) {
        if (reading.scene().perpetratorSide() || finding.outcome() == Outcome.SUMMARISE || redactsText(finding)) {
            return;
        }
        Item item = finding.item();
        if (!item.labels().handling().text().isBlank()) {
            notes.add("Handling: " + item.labels().handling().text().strip());
        }
        reading.scene()
                .ownerWord(item.id())
                .releaseText(reading.scene().audience().team())
                .ifPresent(t -> notes.add("Released with: " + t.strip()));
    }

    private static boolean redactsText(Finding finding) {
        return finding.verdict().redactions().contains(FieldKind.NARRATIVE)
                || finding.verdict().redactions().contains(FieldKind.HANDLING_TEXT);
    }

    /** The grade in words, wherever the owner graded it; empty for what is not graded. */
    String grade(Finding finding) {
        boolean graded = finding.verdict().obligations().contains(Obligation.SHOW_GRADE_IN_WORDS);
        return graded ? finding.item().labels().grade().inWords() : "";
    }
}
