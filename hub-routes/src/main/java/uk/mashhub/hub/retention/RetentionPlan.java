package uk.mashhub.hub.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.AgeReviews;
import uk.mashhub.hub.storage.LegalHolds;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;

/**
 * What would go today, and what stays although its time has come: ids, dates and words of closed lists, never content. It
 * changes nothing. Call it inside a transaction, so that all of it is read at once.
 */
public final class RetentionPlan {
    private final RetentionSchedules schedules;
    private final EnquiryLedger ledger;
    private final PeopleBook book;
    private final LegalHolds holds;
    private final AgeReviews reviews;
    private final Clock clock;

    public RetentionPlan(
            RetentionSchedules schedules,
            EnquiryLedger ledger,
            PeopleBook book,
            LegalHolds holds,
            AgeReviews reviews,
            Clock clock) {
        this.schedules = schedules;
        this.ledger = ledger;
        this.book = book;
        this.holds = holds;
        this.reviews = reviews;
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

    /** Every closed enquiry of an area that is due, held, needed or waits for its review, the longest overdue first. */
    public List<Line> of(Area area) {
        Look look = new Look(area);
        List<Line> lines = new ArrayList<>();
        for (EnquiryId id : ledger.closedBefore(
                area.code(),
                look.today
                        .minusYears(schedules.leastYears())
                        .plusDays(1)
                        .atStartOfDay(look.zone)
                        .toInstant())) {
            Enquiry enquiry = look.enquiry(id);
            look.lifespan(id).ifPresent(life -> {
                Standing standing = look.standing(id);
                if (standing != Standing.KEPT) {
                    lines.add(new Line(id, enquiry.row().reference(), life.schedule(), life.endsOn(), standing));
                }
            });
        }
        lines.sort(Comparator.comparing(Line::endsOn)
                .thenComparing(l -> l.enquiry().value()));
        return lines;
    }

    /** How one enquiry stands now. */
    public Standing standing(Area area, EnquiryId id) {
        return new Look(area).standing(id);
    }

    /** One look at an area: what is read once is not read again. */
    private final class Look {
        private final ZoneId zone;
        private final LocalDate today;
        private final Map<AreaCode, List<LegalHolds.Hold>> standing = new HashMap<>();
        private final Map<EnquiryId, Enquiry> read = new HashMap<>();

        Look(Area area) {
            zone = area.calendar().zone();
            today = LocalDate.ofInstant(clock.instant(), zone);
        }

        Enquiry enquiry(EnquiryId id) {
            return read.computeIfAbsent(id, ledger::look);
        }

        Optional<Lifespan> lifespan(EnquiryId id) {
            return Lifespan.of(enquiry(id), schedules, zone);
        }

        Standing standing(EnquiryId id) {
            Standing own = byItself(id);
            return own == Standing.DUE && needed(id) ? Standing.NEEDED : own;
        }

        /** By its own facts, holds and reviews. */
        private Standing byItself(EnquiryId id) {
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
                return held(id) ? Standing.HELD : Standing.DUE;
            }
            return ofAge && word.isEmpty() ? Standing.OF_AGE : Standing.KEPT;
        }

        /** By its own area's holds: a neighbour may be of another. */
        private boolean held(EnquiryId id) {
            return standing.computeIfAbsent(enquiry(id).row().area(), holds::standing).stream()
                    .anyMatch(h -> h.covers(id));
        }

        /** Facts of one enquiry restrict what another shows (rulings 4 and 10): it goes when that may go too. */
        private boolean needed(EnquiryId id) {
            return book.around(id).stream().anyMatch(other -> !other.equals(id) && byItself(other) != Standing.DUE);
        }
    }
}
