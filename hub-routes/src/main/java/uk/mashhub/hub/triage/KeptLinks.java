package uk.mashhub.hub.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryFact.UnitWord;
import uk.mashhub.hub.enquiry.EnquiryFact.UnitWord.Word;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.NamedUnits;
import uk.mashhub.hub.match.TwoRecords;
import uk.mashhub.hub.match.TwoRecords.Compared;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.KeptLinkPlace;
import uk.mashhub.hub.storage.KeptLinkStore;
import uk.mashhub.hub.storage.Retrying;
import uk.mashhub.log.Claim;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;

/**
 * Possible links with somebody whom a statute keeps apart, as their named unit sees them (ruling 33). Nobody else learns that
 * there is one: not by a list, a count, a look in the log, nor by what comes of it. A member who is kept from an enquiry by a
 * conflict of interest finds none of its links (ruling 6).
 */
public final class KeptLinks {
    private static final int LONGEST = 400;
    private static final int PAGE = 25;

    private final EnquiryLedger ledger;
    private final KeptLinkStore kept;
    private final KeptLinkReading reading;
    private final Function<Enquiry, Packet> packets;
    private final TwoRecords records;
    private final NamedUnits units;
    private final UnitSettling settling;
    private final ConflictStore conflicts;
    private final Audit audit;
    private final Retrying transactions;

    /** @param packets what is known on a locked enquiry now */
    public KeptLinks(
            EnquiryLedger ledger,
            KeptLinkStore kept,
            KeptLinkReading reading,
            Function<Enquiry, Packet> packets,
            TwoRecords records,
            NamedUnits units,
            UnitSettling settling,
            ConflictStore conflicts,
            Audit audit,
            TransactionTemplate transactions) {
        this.ledger = ledger;
        this.kept = kept;
        this.reading = reading;
        this.packets = packets;
        this.records = records;
        this.units = units;
        this.settling = settling;
        this.conflicts = conflicts;
        this.audit = audit;
        this.transactions = new Retrying(transactions);
    }

    /**
     * A link on the unit's list.
     *
     * @param reference of the enquiry
     * @param said what the unit has said of it; OPEN while it waits
     */
    public record Line(LinkId link, String reference, Instant since, Word said) {
        @Override
        public String toString() {
            return "Line[not shown]";
        }
    }

    /**
     * One that was opened.
     *
     * @param first what one member has said where two are needed, and a second has not
     * @param shownTo teams that opened a packet while what the unit has taken back held
     * @param compared the two records beside each other, as far as policy lets the unit read them; empty if it is not known
     *     who holds either
     */
    public record Opened(Line line, Optional<Word> first, List<String> shownTo, Optional<Compared> compared) {
        public Opened {
            Objects.requireNonNull(line, "line");
            Objects.requireNonNull(first, "first");
            shownTo = List.copyOf(shownTo);
            Objects.requireNonNull(compared, "compared");
        }

        @Override
        public String toString() {
            return "Opened[not shown]";
        }
    }

    /**
     * A page of the unit's list.
     *
     * @param next after which place it goes on; empty if it does not
     */
    public record Page(List<Line> lines, Optional<KeptLinkPlace> next) {
        public Page {
            lines = List.copyOf(lines);
            Objects.requireNonNull(next, "next");
        }
    }

    private record Found(Enquiry enquiry, Instant since, EnquiryFact.Waiting link) {
        Line line() {
            return new Line(link.link(), enquiry.row().reference(), since, UnitSettling.said(enquiry, link.link()));
        }
    }

    /** Those of the reader's unit: what waits longest first, then what is settled. The list is a look, and logged (ruling 2). */
    public Page page(Reader reader, Optional<KeptLinkPlace> after) {
        return page(reader, after, PAGE);
    }

    /** @param most as many lines on the page */
    Page page(Reader reader, Optional<KeptLinkPlace> after, int most) {
        return in(() -> {
            List<KeptLinkStore.Row> rows = rows(reader, after, most + 1);
            List<KeptLinkStore.Row> shown = rows.subList(0, Math.min(most, rows.size()));
            List<Line> lines = shown.stream()
                    .map(r -> new Line(r.link(), r.reference(), r.since(), Word.valueOf(r.said())))
                    .toList();
            if (!lines.isEmpty()) {
                Set<EnquiryId> about =
                        shown.stream().map(KeptLinkStore.Row::enquiry).collect(Collectors.toSet());
                audit.shown(reader.who(), "LINKS", about, List.of(new Claim("content", ModelJson.write(lines))));
            }
            return new Page(
                    lines, rows.size() > most ? Optional.of(shown.get(most - 1).place()) : Optional.empty());
        });
    }

    /**
     * Opens one; the look is logged before anything of it is returned.
     *
     * @param reason why the two records are compared
     * @return empty if there is none for this reader
     * @throws NotAllowed in words for the reader, without a reason
     */
    public Optional<Opened> open(Reader reader, LinkId link, String reason) {
        words(reason, "Say in a few words why you compare them.");
        return in(() -> one(reader, link).map(seen -> {
            Found found = new Found(ledger.lock(seen.enquiry().id()), seen.since(), seen.link());
            Packet packet = packets.apply(found.enquiry());
            Opened opened = new Opened(
                    found.line(),
                    UnitSettling.first(found.enquiry(), link).map(UnitWord::word),
                    shownTo(found.enquiry(), link),
                    records.of(
                            found.link(),
                            packet,
                            reader.area(),
                            reader.team(),
                            found.link().person()));
            audit.shown(
                    reader.who(),
                    "LINK",
                    Set.of(found.enquiry().id()),
                    List.of(Audit.claim("reason", reason), new Claim("content", ModelJson.write(opened))));
            return opened;
        }));
    }

    /**
     * Says whether two are one, or takes back what was said.
     *
     * @return whether it counts now, or a second member must say so too; empty if there is none for this reader
     * @throws NotAllowed in words for the reader, if it is not said why
     */
    public Optional<Boolean> say(Reader reader, LinkId link, Word word, String why) {
        words(why, "Say in a few words why.");
        return in(() -> one(reader, link).map(found -> {
            EnquiryId id = found.enquiry().id();
            boolean counts = settling.say(reader, id, found.link(), word, why);
            reading.read(id);
            return counts;
        }));
    }

    private static void words(String said, String refusal) {
        if (said.isBlank() || said.length() > LONGEST) {
            throw new NotAllowed(refusal);
        }
    }

    private Optional<Found> one(Reader reader, LinkId link) {
        if (!reader.team().isNamedUnit()) {
            return Optional.empty();
        }
        List<EnquiryId> keptFrom = conflicts.keptFrom(reader.who().user());
        return kept.find(reader.area().code(), reader.team().id(), link)
                .filter(row -> isFor(reader, row, keptFrom))
                .map(row -> ledger.look(row.enquiry()))
                .flatMap(enquiry -> KeptLinkReading.since(enquiry).entrySet().stream()
                        .filter(e -> e.getKey().link().equals(link))
                        .map(e -> new Found(enquiry, e.getValue(), e.getKey()))
                        .findFirst());
    }

    /** So many at most for this reader. Rows of other units are not read: how many there are would tell (ruling 12). */
    private List<KeptLinkStore.Row> rows(Reader reader, Optional<KeptLinkPlace> after, int most) {
        List<KeptLinkStore.Row> mine = new ArrayList<>();
        if (!reader.team().isNamedUnit()) {
            return mine;
        }
        List<EnquiryId> keptFrom = conflicts.keptFrom(reader.who().user());
        List<KeptLinkStore.Row> next =
                kept.page(reader.area().code(), reader.team().id(), after, most);
        while (!next.isEmpty() && mine.size() < most) {
            next.stream().filter(row -> isFor(reader, row, keptFrom)).forEach(mine::add);
            KeptLinkPlace last = next.get(next.size() - 1).place();
            next = kept.page(reader.area().code(), reader.team().id(), Optional.of(last), most);
        }
        return mine.subList(0, Math.min(most, mine.size()));
    }

    /** Asked once more of what the unit has: a statute may have been learnt since its list was filled. */
    private boolean isFor(Reader reader, KeptLinkStore.Row row, List<EnquiryId> keptFrom) {
        return !keptFrom.contains(row.enquiry())
                && units.of(KeptLinkReading.link(row), reader.area())
                        .filter(reader.team()::equals)
                        .isPresent();
    }

    private static List<String> shownTo(Enquiry enquiry, LinkId link) {
        return enquiry.facts(EnquiryFact.LinkUndone.class)
                .filter(u -> u.link().equals(link))
                .flatMap(u -> u.shownTo().stream())
                .map(Object::toString)
                .distinct()
                .sorted()
                .toList();
    }

    private <T> T in(Supplier<T> what) {
        return Objects.requireNonNull(transactions.execute(status -> what.get()), "done");
    }
}
