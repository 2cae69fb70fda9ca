package uk.mashhub.hub.triage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.disclose.LinkLines;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.match.TwoRecords;
import uk.mashhub.hub.match.TwoRecords.Compared;
import uk.mashhub.match.Weight;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.policy.Handles;

/**
 * Doubtful links of an enquiry, which a person settles, and can settle otherwise later. The two records stand beside each
 * other as far as policy lets a link steward read them (ruling 33).
 */
public final class DoubtfulLinks {
    private final EnquiryLedger ledger;
    private final PeopleBook book;
    private final Function<Enquiry, Packet> packets;
    private final TwoRecords records;
    private final Handles handles;
    private final Audit audit;
    private final TransactionTemplate transactions;

    /** @param packets what is known on a locked enquiry now */
    public DoubtfulLinks(
            EnquiryLedger ledger,
            PeopleBook book,
            Function<Enquiry, Packet> packets,
            TwoRecords records,
            Handles handles,
            Audit audit,
            TransactionTemplate transactions) {
        this.ledger = ledger;
        this.book = book;
        this.packets = packets;
        this.records = records;
        this.handles = handles;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What has been said of a link. */
    public enum Said {
        NOTHING,
        SAME,
        APART
    }

    /**
     * One of them.
     *
     * @param person whom it concerns, by the handle on the page
     * @param why it is doubtful, in words
     * @param said what has been said of it, and can be taken back (law 11)
     * @param first what one steward has said of it where two are needed, and a second has not (ruling 33)
     * @param shownTo teams that opened a packet while two were taken for one, and are to be told
     * @param compared the two records beside each other; empty if it is not known who holds either
     */
    public record DoubtfulLink(
            LinkId link,
            String person,
            List<String> why,
            Said said,
            Optional<Said> first,
            List<String> shownTo,
            Optional<Compared> compared) {
        public DoubtfulLink {
            why = List.copyOf(why);
            shownTo = List.copyOf(shownTo);
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(compared, "compared");
        }

        @Override
        public String toString() {
            return "DoubtfulLink[" + link + "]";
        }
    }

    /**
     * Those that wait, then those that are settled, for a person who may settle them; each look is logged (ruling 33). The
     * likeliest come first. How much waits on a link does not order them: it may be what the reader must not know of (law 5).
     */
    public List<DoubtfulLink> of(SignedIn who, Area area, Team team, LoggedView view) {
        if (!team.settlesLinks()) {
            return List.of();
        }
        List<DoubtfulLink> links = transactions.execute(status -> {
            List<DoubtfulLink> waiting = waiting(view, area, team);
            if (!waiting.isEmpty()) {
                audit.acted(
                        uk.mashhub.log.Act.OPENING,
                        who.user(),
                        who.team(),
                        view.key().enquiry(),
                        "LINKS",
                        waiting);
            }
            return waiting;
        });
        return links == null ? List.of() : links;
    }

    private List<DoubtfulLink> waiting(LoggedView view, Area area, Team team) {
        Enquiry enquiry = ledger.lock(view.key().enquiry());
        Map<LinkId, Boolean> settled = enquiry.settledLinks();
        List<EnquiryFact.Waiting> links = enquiry.doubtfulLinks()
                .filter(w -> book.apart().mayBeSettled(enquiry, w))
                .filter(w ->
                        LinkLines.mayStandBeside(enquiry, w, view.content(), handles.person(view.key(), w.person())))
                .sorted(Comparator.comparing((EnquiryFact.Waiting w) -> settled.containsKey(w.link()))
                        .thenComparing(w -> -w.weight().map(Weight::bits).orElse(0.0)))
                .toList();
        if (links.isEmpty()) {
            return List.of();
        }
        Packet packet = packets.apply(enquiry);
        return links.stream()
                .map(w -> new DoubtfulLink(
                        w.link(),
                        handles.person(view.key(), w.person()),
                        w.why(),
                        said(settled.get(w.link())),
                        enquiry.firstWord(w.link()).map(f -> said(f.same())),
                        shownTo(enquiry, w.link()),
                        // Of whom it was said that they are not one: restrictions no longer travel, so nothing is
                        // compared.
                        Boolean.FALSE.equals(settled.get(w.link()))
                                ? Optional.empty()
                                : records.of(w, packet, area, team, view.key().perspective())))
                .toList();
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

    private static Said said(@Nullable Boolean same) {
        if (same == null) {
            return Said.NOTHING;
        }
        return same ? Said.SAME : Said.APART;
    }
}
