package uk.mashhub.hub.governance;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.retention.Erasing;
import uk.mashhub.hub.retention.Expiring;
import uk.mashhub.hub.retention.RetentionPlan;
import uk.mashhub.hub.retention.RetentionPlan.Line;
import uk.mashhub.hub.retention.RetentionPlan.Standing;
import uk.mashhub.hub.storage.AgeReviews;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.Erasures;
import uk.mashhub.hub.storage.Erasures.Erasure;
import uk.mashhub.hub.storage.LegalHolds;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.log.Act;
import uk.mashhub.log.tree.Sha256;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.Role;

/**
 * What would go today, what keeps it, and the two words by which it goes, for information governance leads. Of an enquiry from
 * which a lead is kept there is nothing here (ruling 6): no line, no hold, and no erasure that has it on its list.
 */
public final class RetentionDesk {
    private final RetentionPlan plan;
    private final Expiring expiring;
    private final Erasing erasing;
    private final Erasures erasures;
    private final LegalHolds holds;
    private final AgeReviews reviews;
    private final EnquiryLedger ledger;
    private final ConflictStore conflicts;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final RandomSource random;

    public RetentionDesk(
            RetentionPlan plan,
            Expiring expiring,
            Erasing erasing,
            Erasures erasures,
            LegalHolds holds,
            AgeReviews reviews,
            EnquiryLedger ledger,
            ConflictStore conflicts,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock,
            RandomSource random) {
        this.plan = plan;
        this.expiring = expiring;
        this.erasing = erasing;
        this.erasures = erasures;
        this.holds = holds;
        this.reviews = reviews;
        this.ledger = ledger;
        this.conflicts = conflicts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /** Whether the desk is there for a reader. */
    public static boolean open(Reader reader) {
        return reader.role() == Role.IG_LEAD;
    }

    /**
     * All that a lead reads.
     *
     * @param digest of the lines, by which a proposal says what its maker had read
     * @param own whether the erasure under way is the reader's own proposal
     * @param terms of what is of no enquiry and goes by itself
     */
    public record Page(
            List<Line> lines,
            String digest,
            List<LegalHolds.Hold> holds,
            Optional<Erasure> erasure,
            List<Erasures.Item> items,
            boolean own,
            List<Erasure> done,
            List<Expiring.Due> terms) {
        public Page {
            terms = List.copyOf(terms);
            lines = List.copyOf(lines);
            holds = List.copyOf(holds);
            items = List.copyOf(items);
            done = List.copyOf(done);
        }

        /** Whether there is something to propose. */
        public boolean mayPropose() {
            return erasure.isEmpty() && lines.stream().anyMatch(l -> l.standing() == Standing.DUE);
        }
    }

    /** What a lead may read; the look is logged. */
    public Page page(Reader reader) {
        return in(() -> {
            Set<EnquiryId> kept = keptFrom(reader);
            List<Line> lines = lines(reader, kept);
            Optional<Erasure> erasure = erasure(reader, kept);
            audit.noted(Act.OPENING, by(reader), "RETENTION", List.of(Audit.claim("content", digest(lines))));
            return new Page(
                    lines,
                    digest(lines),
                    holds.standing(reader.area().code()).stream()
                            .filter(h -> h.enquiry().filter(kept::contains).isEmpty())
                            .toList(),
                    erasure,
                    erasure.map(e -> erasures.items(e.id())).orElse(List.of()),
                    erasure.filter(e -> e.proposedBy().equals(reader.who().user()))
                            .isPresent(),
                    erasures.done(reader.area().code()).stream()
                            .filter(e -> mayKnowOf(e, kept))
                            .toList(),
                    expiring.due());
        });
    }

    /** Places a hold on an enquiry, or with no reference on everything of the area; false if there is no such enquiry. */
    boolean hold(Reader reader, Optional<String> reference, String reason) {
        return in(() -> {
            // One that is being erased at this moment is over or waits: what is placed holds for whatever is left.
            erasures.holdOff(reader.area().code());
            Optional<EnquiryId> enquiry =
                    reference.flatMap(r -> ledger.referenced(reader.area().code(), r)
                            .filter(id -> !keptFrom(reader).contains(id)));
            if (reference.isPresent() && enquiry.isEmpty()) {
                return false;
            }
            UUID id = holds.place(
                    reader.area().code(), enquiry, reason, reader.who().user(), clock.instant());
            noted(reader, Act.RETENTION, "HELD", id + " " + enquiry + " " + reason);
            return true;
        });
    }

    /** Says that a hold should go; whether it went; empty if there is none for this reader. */
    Optional<Boolean> lift(Reader reader, UUID hold) {
        return in(() -> {
            Set<EnquiryId> kept = keptFrom(reader);
            return holds.standing(reader.area().code()).stream()
                    .filter(h -> h.id().equals(hold))
                    .filter(h -> h.enquiry().filter(kept::contains).isEmpty())
                    .findFirst()
                    .map(h -> {
                        boolean gone = holds.lift(hold, reader.who().user(), clock.instant());
                        noted(reader, Act.RETENTION, gone ? "LIFTED" : "LIFT_SAID", hold);
                        return gone;
                    });
        });
    }

    /** Says of an enquiry whose children are of age whether it is needed; false if nobody asks that of this reader. */
    boolean review(Reader reader, EnquiryId enquiry, AgeReviews.Word word) {
        return in(() -> {
            boolean asked = lines(reader, keptFrom(reader)).stream()
                    .anyMatch(l -> l.enquiry().equals(enquiry) && l.standing() == Standing.OF_AGE);
            if (asked) {
                reviews.say(enquiry, word, reader.who().user(), clock.instant());
                noted(reader, Act.RETENTION, word.name(), enquiry);
            }
            return asked;
        });
    }

    /** Proposes to erase what is due; false if that is not what the reader had read, or one is under way already. */
    boolean propose(Reader reader, String digest) {
        return in(() -> {
            List<Line> lines = lines(reader, keptFrom(reader));
            return digest(lines).equals(digest)
                    && erasing.propose(
                                    reader.area(),
                                    random.uuid(),
                                    lines,
                                    reader.who().user())
                            .isPresent();
        });
    }

    /** Approves what another has proposed; false if this reader may not. */
    boolean approve(Reader reader, UUID id) {
        return said(reader, id, e -> erasing.approve(e, reader.who().user()));
    }

    /** Takes a proposal back. */
    boolean withdraw(Reader reader, UUID id) {
        return said(reader, id, e -> erasing.withdraw(e, reader.who().user()));
    }

    private boolean said(Reader reader, UUID id, Predicate<Erasure> word) {
        return in(() -> erasure(reader, keptFrom(reader))
                .filter(e -> e.id().equals(id))
                .filter(word)
                .isPresent());
    }

    private List<Line> lines(Reader reader, Set<EnquiryId> kept) {
        return plan.of(reader.area()).stream()
                .filter(l -> !kept.contains(l.enquiry()))
                .toList();
    }

    private Optional<Erasure> erasure(Reader reader, Set<EnquiryId> kept) {
        return erasures.open(reader.area().code()).filter(e -> mayKnowOf(e, kept));
    }

    private boolean mayKnowOf(Erasure erasure, Set<EnquiryId> kept) {
        return erasures.items(erasure.id()).stream().noneMatch(i -> kept.contains(i.enquiry()));
    }

    private Set<EnquiryId> keptFrom(Reader reader) {
        return Set.copyOf(conflicts.keptFrom(reader.who().user()));
    }

    private void noted(Reader reader, Act act, String outcome, Object what) {
        audit.noted(act, by(reader), outcome, List.of(Audit.claim("content", what)));
    }

    private static String by(Reader reader) {
        return reader.who().user().toString();
    }

    private static String digest(List<Line> lines) {
        return HexFormat.of().formatHex(Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()), "done");
    }
}
