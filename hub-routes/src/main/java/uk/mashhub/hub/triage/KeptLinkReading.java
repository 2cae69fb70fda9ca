package uk.mashhub.hub.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.NamedUnits;
import uk.mashhub.hub.storage.KeptLinkStore;
import uk.mashhub.hub.storage.Retrying;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.TeamId;

/**
 * Fills the lists of named units, by the hub's clock and never in a reader's request: what one unit waits for would tell how
 * much the others have (ruling 12). The journey knows nothing of the lists.
 */
public final class KeptLinkReading implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLinkReading.class);
    private static final int LEDGERS = 50;
    private static final int TEAMS = 10;

    private final EnquiryLedger ledger;
    private final KeptLinkStore kept;
    private final NamedUnits units;
    private final Partnership partnership;
    private final Retrying transactions;
    private final Predicate<RuntimeException> ofOne;
    private final int most;
    private final Resting<EnquiryId> unreadable;
    private final Resting<LinkId> unasked;
    private Optional<LinkId> asked = Optional.empty();

    /** @param ofOne whether a failure is of the ledger or the link alone, and not of what the hub needs */
    public KeptLinkReading(
            EnquiryLedger ledger,
            KeptLinkStore kept,
            NamedUnits units,
            Partnership partnership,
            TransactionTemplate transactions,
            Predicate<RuntimeException> ofOne,
            Clock clock) {
        this(ledger, kept, units, partnership, transactions, ofOne, clock, LEDGERS);
    }

    /** @param most as many ledgers of an area are read in a step */
    KeptLinkReading(
            EnquiryLedger ledger,
            KeptLinkStore kept,
            NamedUnits units,
            Partnership partnership,
            TransactionTemplate transactions,
            Predicate<RuntimeException> ofOne,
            Clock clock,
            int most) {
        this.ledger = ledger;
        this.kept = kept;
        this.units = units;
        this.partnership = partnership;
        this.transactions = new Retrying(transactions);
        this.ofOne = ofOne;
        this.most = most;
        this.unreadable = new Resting<>(clock);
        this.unasked = new Resting<>(clock);
    }

    /** A step: some ledgers that have grown for a unit, and of some links whether they are still for the same one. */
    @Override
    public synchronized void run() {
        Set<EnquiryId> failed = unreadable.now();
        for (Area area : partnership.areas()) {
            kept.unread(area.code(), failed, most).forEach(this::readOrSay);
        }
        // A statute that is learnt later, or another file of the area, moves a link from one unit to another.
        List<KeptLinkStore.Row> next = kept.after(asked, TEAMS);
        Set<LinkId> rests = unasked.now();
        next.stream().filter(row -> !rests.contains(row.link())).forEach(this::askAgain);
        asked = next.stream().map(KeptLinkStore.Row::link).reduce((first, last) -> last);
    }

    /** One that does not open, or holds what this release cannot read, stops no other; it is tried again. */
    private void readOrSay(EnquiryId id) {
        try {
            transactions.execute(status -> {
                read(id);
                return true;
            });
        } catch (RuntimeException e) {
            if (!ofOne.test(e)) {
                throw e;
            }
            unreadable.add(id);
            LOG.error(
                    "the ledger of an enquiry cannot be read ({}), and the list of a named unit lacks its links; it is tried again in {}",
                    e.getClass().getSimpleName(),
                    Resting.FOR);
        }
    }

    /** Takes over what an enquiry's ledger says of its links, in the caller's transaction. */
    void read(EnquiryId id) {
        Enquiry enquiry = ledger.look(id);
        List<Enquiry.Entry> entries = enquiry.entries();
        kept.read(
                id,
                entries.get(entries.size() - 1).seq(),
                since(enquiry).entrySet().stream()
                        .map(e -> row(enquiry, e.getKey(), e.getValue()))
                        .toList());
    }

    private void askAgain(KeptLinkStore.Row row) {
        try {
            transactions.execute(status -> {
                kept.move(row.link(), team(link(row), row.area()));
                return true;
            });
        } catch (RuntimeException e) {
            if (!ofOne.test(e)) {
                throw e;
            }
            unasked.add(row.link());
            LOG.error(
                    "what is known of a person cannot be read ({}), and a link stays on the list that it was on; it is asked again in {}",
                    e.getClass().getSimpleName(),
                    Resting.FOR);
        }
    }

    private Optional<TeamId> team(EnquiryFact.Waiting link, AreaCode area) {
        return partnership.area(area).flatMap(a -> units.of(link, a)).map(Team::id);
    }

    private KeptLinkStore.Row row(Enquiry enquiry, EnquiryFact.Waiting link, Instant since) {
        return new KeptLinkStore.Row(
                link.link(),
                enquiry.id(),
                enquiry.row().area(),
                enquiry.row().reference(),
                link.person(),
                link.candidate(),
                since,
                UnitSettling.said(enquiry, link.link()).name(),
                team(link, enquiry.row().area()));
    }

    /** The link as far as its row tells. */
    static EnquiryFact.Waiting link(KeptLinkStore.Row row) {
        return new EnquiryFact.Waiting(row.link(), row.person(), row.candidate(), List.of(), Optional.empty());
    }

    /** The links of an enquiry that are for a unit, and when each was first found. */
    static Map<EnquiryFact.Waiting, Instant> since(Enquiry enquiry) {
        return enquiry.entries().stream()
                .filter(e -> e.fact() instanceof EnquiryFact.LinksKept)
                .flatMap(e ->
                        ((EnquiryFact.LinksKept) e.fact()).waiting().stream().map(w -> Map.entry(w, e.at())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, again) -> first));
    }
}
