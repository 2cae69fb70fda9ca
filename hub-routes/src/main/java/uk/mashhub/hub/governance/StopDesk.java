package uk.mashhub.hub.governance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.storage.PolicyHeadStore;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.hub.storage.SharingStops.Kind;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.log.Act;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;

/**
 * The kill switch of each agency. One information governance lead of the agency stops its sharing: from the commit on
 * nothing that was decided before is served, and every enquiry is decided again. Two people let it share again. An agency
 * without such a lead is stopped by the local authority's.
 */
public final class StopDesk {
    private final SharingStops stops;
    private final PolicyHeadStore heads;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public StopDesk(
            SharingStops stops, PolicyHeadStore heads, Audit audit, TransactionTemplate transactions, Clock clock) {
        this.stops = stops;
        this.heads = heads;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the desk is there for a reader. */
    public static boolean open(Reader reader) {
        return reader.role() == Role.IG_LEAD;
    }

    /** An agency as the reader sees it: the newest word about it, and what the reader may do. */
    public record Standing(Agency agency, Optional<SharingStops.Word> word, boolean mayStop, boolean mayLift) {
        public boolean stopped() {
            return word.filter(SharingStops.Word::stopped).isPresent();
        }

        /** Whether the hub stopped it, because it was put back from a backup. */
        public boolean restored() {
            return word.filter(w -> w.by().equals(SharingStops.RESTORE)).isPresent();
        }
    }

    List<Standing> standings(Reader reader) {
        return reader.area().agencies().stream().map(a -> standing(reader, a)).toList();
    }

    private Standing standing(Reader reader, Agency agency) {
        Optional<SharingStops.Word> word = stops.word(reader.area().code(), agency.id());
        boolean stopped = word.filter(SharingStops.Word::stopped).isPresent();
        return new Standing(
                agency,
                word,
                !stopped && answersFor(reader, agency.id()),
                stopped && mayLift(reader, agency.id(), word));
    }

    /** The agency's own lead; where it has none, the local authority's. */
    private static boolean answersFor(Reader reader, AgencyId agency) {
        return open(reader) && (reader.agency().id().equals(agency) || host(reader) && !hasLead(reader.area(), agency));
    }

    /** The second of two may be the local authority's lead, unless both would be. */
    private static boolean mayLift(Reader reader, AgencyId agency, Optional<SharingStops.Word> word) {
        boolean second = word.filter(w -> w.kind() == Kind.LIFT_PROPOSED).isPresent();
        boolean proposer = second && word.get().by().equals(reader.who().user());
        return !proposer && (answersFor(reader, agency) || second && open(reader) && host(reader));
    }

    private static boolean host(Reader reader) {
        return reader.agency().sector() == Sector.LOCAL_AUTHORITY;
    }

    private static boolean hasLead(Area area, AgencyId agency) {
        return area.teams().stream().anyMatch(t -> t.agency().equals(agency) && t.role() == Role.IG_LEAD);
    }

    /** Stops an agency's sharing; false if it has stopped already, or this reader does not answer for it. */
    boolean stop(Reader reader, AgencyId agency) {
        return said(reader, agency, Standing::mayStop, Kind.STOPPED);
    }

    /** The first proposes that an agency share again, the second lets it; false if this reader may not. */
    boolean lift(Reader reader, AgencyId agency) {
        Boolean done = transactions.execute(status -> {
            heads.lock();
            boolean second = stops.word(reader.area().code(), agency)
                    .filter(w -> w.kind() == Kind.LIFT_PROPOSED)
                    .isPresent();
            return say(status, reader, agency, Standing::mayLift, second ? Kind.LIFTED : Kind.LIFT_PROPOSED);
        });
        return Boolean.TRUE.equals(done);
    }

    private boolean said(Reader reader, AgencyId agency, Predicate<Standing> may, Kind kind) {
        Boolean done = transactions.execute(status -> {
            // Waits for decisions under way; whatever is decided later reads the stop.
            heads.lock();
            return say(status, reader, agency, may, kind);
        });
        return Boolean.TRUE.equals(done);
    }

    private boolean say(TransactionStatus status, Reader reader, AgencyId agency, Predicate<Standing> may, Kind kind) {
        if (reader.area()
                .agency(agency)
                .map(a -> standing(reader, a))
                .filter(may)
                .isEmpty()) {
            status.setRollbackOnly();
            return false;
        }
        stops.say(
                reader.area().code(),
                new SharingStops.Word(agency, kind, reader.who().user(), clock.instant()));
        audit.noted(
                Act.SHARING_STOP,
                reader.who(),
                kind.name(),
                List.of(Audit.claim("settings", reader.area().code() + " " + agency)));
        return true;
    }
}
