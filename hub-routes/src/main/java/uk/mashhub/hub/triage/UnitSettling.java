package uk.mashhub.hub.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import uk.mashhub.hub.area.LinkEffect;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryFact.UnitWord;
import uk.mashhub.hub.enquiry.EnquiryFact.UnitWord.Word;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.log.Act;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;

/**
 * What comes of a named unit's word on a link. That two are one, nobody but the unit learns: what protects goes on to travel
 * without a sign (ruling 10), and nothing of the record comes in. That they are two ends that, and whatever was joined before
 * the statute was known; taken back, it protects again. Every enquiry that it reaches is decided anew, as for any other act.
 */
public final class UnitSettling {
    private final EnquiryLedger ledger;
    private final PeopleBook book;
    private final Settling settling;
    private final Audit audit;
    private final Consumer<EnquiryId> show;
    private final Clock clock;

    /** @param show decides an enquiry anew, and discloses what has changed */
    public UnitSettling(
            EnquiryLedger ledger,
            PeopleBook book,
            ViewStore views,
            Audit audit,
            Consumer<EnquiryId> show,
            Clock clock) {
        this.ledger = ledger;
        this.book = book;
        this.settling = new Settling(ledger, book, views, audit, clock);
        this.audit = audit;
        this.show = show;
        this.clock = clock;
    }

    /** What the unit's last word that counts is. */
    static Word said(Enquiry enquiry, LinkId link) {
        return enquiry.unitWords(link).stream()
                .filter(UnitWord::counts)
                .reduce((earlier, later) -> later)
                .map(UnitWord::word)
                .orElse(Word.OPEN);
    }

    /** The word of the first of two, while a second has not agreed. */
    static Optional<UnitWord> first(Enquiry enquiry, LinkId link) {
        return enquiry.unitWords(link).stream()
                .reduce((earlier, later) -> later)
                .filter(w -> !w.counts());
    }

    /** Records a word and what comes of it, in the caller's transaction; says whether it counts. */
    boolean say(Reader reader, EnquiryId id, EnquiryFact.Waiting link, Word word, String why) {
        lock(book.around(id), id);
        Enquiry enquiry = ledger.lock(id);
        boolean counts = word != Word.APART || alone(reader) || agreed(reader, enquiry, link.link());
        UnitWord said =
                new UnitWord(link.link(), reader.who().user(), reader.team().id(), word, counts, why);
        audit.acted(
                word == Word.SAME ? Act.LINK : Act.UNLINK,
                said.by(),
                said.team(),
                id,
                counts ? "ALLOW" : "FIRST_OF_TWO",
                List.of(said, link));
        Word before = said(enquiry, link.link());
        Optional<Instant> apartSince = apartSince(enquiry, link.link());
        ledger.append(id, reader.team().agency(), said);
        if (counts && word != before) {
            Set<EnquiryId> reached = new TreeSet<>(EnquiryStore.LOCK_ORDER);
            reached.add(id);
            if (word == Word.APART) {
                reached.addAll(apart(reader, enquiry, link));
            } else if (apartSince.isPresent()) {
                reached.addAll(notApart(reader, enquiry, link, apartSince.get()));
            }
            reached.forEach(show);
        }
        return counts;
    }

    /** To say that two are two always lifts what might have protected one of them. */
    private static boolean alone(Reader reader) {
        return !reader.area().twoStewards().contains(LinkEffect.LIFTS_RESTRICTION);
    }

    private static boolean agreed(Reader reader, Enquiry enquiry, LinkId link) {
        return first(enquiry, link)
                .filter(w ->
                        w.word() == Word.APART && !w.by().equals(reader.who().user()))
                .isPresent();
    }

    private Set<EnquiryId> apart(Reader reader, Enquiry enquiry, EnquiryFact.Waiting link) {
        Set<EnquiryId> reached = reach(link);
        if (Boolean.TRUE.equals(enquiry.settledLinks().get(link.link()))) {
            Instant since =
                    Settling.taken(enquiry, link.link()).orElse(enquiry.row().receivedAt());
            settling.undone(reader.team(), enquiry, link, since);
        }
        book.settle(link.person(), link.candidate(), false);
        return reached;
    }

    /** What protects travels again before it is looked whom it reaches. Who read packets meanwhile is written down. */
    private Set<EnquiryId> notApart(Reader reader, Enquiry enquiry, EnquiryFact.Waiting link, Instant since) {
        book.unsettle(link.person(), link.candidate());
        Set<EnquiryId> reached = reach(link);
        lock(reached, enquiry.id());
        settling.undone(reader.team(), enquiry, link, since);
        return reached;
    }

    private static Optional<Instant> apartSince(Enquiry enquiry, LinkId link) {
        Optional<Instant> since = Optional.empty();
        for (Enquiry.Entry entry : enquiry.entries()) {
            if (entry.fact() instanceof UnitWord word
                    && word.counts()
                    && word.link().equals(link)) {
                since = word.word() == Word.APART ? Optional.of(entry.at()) : Optional.empty();
            }
        }
        return since;
    }

    private Set<EnquiryId> reach(EnquiryFact.Waiting link) {
        Set<EnquiryId> reached = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        reached.addAll(book.reach(List.of(link.person(), link.candidate())));
        return reached;
    }

    private void lock(Set<EnquiryId> reached, EnquiryId id) {
        Set<EnquiryId> all = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        all.addAll(reached);
        all.add(id);
        all.forEach(ledger::hold);
    }
}
