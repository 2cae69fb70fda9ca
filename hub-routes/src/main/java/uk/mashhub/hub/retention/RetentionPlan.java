package uk.mashhub.hub.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.AgeReviews;
import uk.mashhub.hub.storage.LegalHolds;
import uk.mashhub.hub.storage.RetentionLooks;
import uk.mashhub.hub.storage.VaultBroken;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;

/**
 * What would go today, and what stays although its time has come: ids, dates and words of closed lists, never content. It
 * changes nothing but its own notes of when to look again. Call it inside a transaction, so that all of it is read at once.
 */
public final class RetentionPlan {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionPlan.class);

    private final RetentionSchedules schedules;
    private final EnquiryLedger ledger;
    private final PeopleBook book;
    private final LegalHolds holds;
    private final AgeReviews reviews;
    private final RetentionLooks looks;
    private final Clock clock;

    public RetentionPlan(
            RetentionSchedules schedules,
            EnquiryLedger ledger,
            PeopleBook book,
            LegalHolds holds,
            AgeReviews reviews,
            RetentionLooks looks,
            Clock clock) {
        this.schedules = schedules;
        this.ledger = ledger;
        this.book = book;
        this.holds = holds;
        this.reviews = reviews;
        this.looks = looks;
        this.clock = clock;
    }

    /** How an enquiry stands. */
    public enum Standing {
        /** Its time is over and nothing needs it: it is on the list of an erasure. */
        DUE,
        /** Its time is over, and a legal hold keeps it. */
        HELD,
        /** Its time is over, and another enquiry that has to do with the same people is still needed. */
        NEEDED,
        /** It cannot be read, so that nobody can tell. */
        DAMAGED,
        /** Its children have come of age and nobody has said yet whether it is needed until its time is over. */
        OF_AGE,
        /** Its time is not over, or it is open. */
        KEPT
    }

    /**
     * An enquiry of the plan.
     *
     * @param reference random, as people say it aloud
     * @param schedule by its id
     * @param endsOn the last day on which it is kept
     */
    public record Line(EnquiryId enquiry, String reference, String schedule, LocalDate endsOn, Standing standing) {
        public Line {
            Objects.requireNonNull(enquiry, "enquiry");
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(schedule, "schedule");
            Objects.requireNonNull(endsOn, "endsOn");
            Objects.requireNonNull(standing, "standing");
        }
    }

    /**
     * Every closed enquiry of an area that is due, held, needed, damaged or waits for its review, the longest overdue first. It
     * reads those alone of which it may be time, and notes when to look at them again.
     */
    public List<Line> of(Area area) {
        // All that is due goes together.
        Look look = new Look(area, due -> true);
        List<Line> lines = new ArrayList<>();
        for (RetentionLooks.Closed closed : looks.of(area.code(), schedules.digest(), look.today.getYear())) {
            Standing standing = look.standing(closed.enquiry());
            Optional<Lifespan> life = look.lifespan(closed.enquiry());
            if (standing != Standing.KEPT) {
                lines.add(new Line(
                        closed.enquiry(),
                        closed.reference(),
                        life.map(Lifespan::schedule).orElse("unknown"),
                        life.map(Lifespan::endsOn).orElse(look.today),
                        standing));
            }
            life.ifPresent(l -> looks.note(closed, schedules.digest(), l.firstYear()));
        }
        lines.sort(Comparator.comparing(Line::endsOn)
                .thenComparing(l -> l.enquiry().value()));
        return lines;
    }

    /**
     * How one enquiry stands now.
     *
     * @param goes whether another that is due is to go too
     */
    public Standing standing(Area area, EnquiryId id, Predicate<EnquiryId> goes) {
        return new Look(area, goes).standing(id);
    }

    /** One look at an area: what is read once is not read again. */
    private final class Look {
        private final ZoneId zone;
        private final LocalDate today;
        private final Map<AreaCode, List<LegalHolds.Hold>> standing = new HashMap<>();
        private final Map<EnquiryId, Optional<Enquiry>> read = new HashMap<>();
        private final Predicate<EnquiryId> goes;

        Look(Area area, Predicate<EnquiryId> goes) {
            this.goes = goes;
            zone = area.calendar().zone();
            today = LocalDate.ofInstant(clock.instant(), zone);
        }

        /** Empty if it cannot be read. */
        private Optional<Enquiry> enquiry(EnquiryId id) {
            return read.computeIfAbsent(id, this::opened);
        }

        private Optional<Enquiry> opened(EnquiryId id) {
            try {
                return Optional.of(ledger.look(id));
            } catch (VaultBroken e) {
                LOG.error("enquiry {} cannot be read, and stays: {}", id, e.getMessage());
                return Optional.empty();
            }
        }

        Optional<Lifespan> lifespan(EnquiryId id) {
            return enquiry(id).flatMap(e -> Lifespan.of(e, schedules, zone));
        }

        Standing standing(EnquiryId id) {
            Standing own = byItself(id);
            return own == Standing.DUE && needed(id) ? Standing.NEEDED : own;
        }

        /** By its own facts, holds and reviews. */
        private Standing byItself(EnquiryId id) {
            Optional<Enquiry> enquiry = enquiry(id);
            if (enquiry.isEmpty()) {
                return Standing.DAMAGED;
            }
            Optional<Lifespan> life = lifespan(id);
            if (life.isEmpty()) {
                return Standing.KEPT;
            }
            boolean ofAge =
                    life.get().ofAgeOn().filter(day -> !day.isAfter(today)).isPresent();
            Optional<AgeReviews.Word> word = ofAge ? reviews.of(id, life.get().closedAt()) : Optional.empty();
            boolean over = life.get().endsOn().isBefore(today)
                    || word.filter(AgeReviews.Word.LET_GO::equals).isPresent();
            if (over) {
                return held(enquiry.get()) ? Standing.HELD : Standing.DUE;
            }
            return ofAge && word.isEmpty() ? Standing.OF_AGE : Standing.KEPT;
        }

        /** By its own area's holds: a neighbour may be of another. */
        private boolean held(Enquiry enquiry) {
            return standing.computeIfAbsent(enquiry.row().area(), holds::standing).stream()
                    .anyMatch(h -> h.covers(enquiry.id()));
        }

        /**
         * Facts of one enquiry restrict what another shows (rulings 4 and 10): it goes when that goes too, and that in turn
         * when those go that it restricts.
         */
        private boolean needed(EnquiryId id) {
            Set<EnquiryId> together = new HashSet<>(Set.of(id));
            Deque<EnquiryId> next = new ArrayDeque<>(together);
            while (!next.isEmpty()) {
                for (EnquiryId other : book.around(next.remove())) {
                    if (together.add(other)) {
                        if (byItself(other) != Standing.DUE || !goes.test(other)) {
                            return true;
                        }
                        next.add(other);
                    }
                }
            }
            return false;
        }
    }
}
