package uk.mashhub.hub.triage;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.api.Admission;
import uk.mashhub.hub.api.FrontDoor;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.storage.ActsSeen;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.Role;

/** Contacts by telephone: logged, and sent through the same door as every other, under the telephone desk's principal. */
public final class PhoneContacts {
    static final String FORMAT = "council-marf-v1+json";

    private static final SourceId DESK = new SourceId("phone-desk");
    private static final Set<Role> ROLES =
            EnumSet.of(Role.SCREENING_SOCIAL_WORKER, Role.DECISION_MAKER, Role.BUSINESS_SUPPORT);

    private final FrontDoor door;
    private final ActsSeen seen;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final java.time.Clock clock;

    public PhoneContacts(
            FrontDoor door, ActsSeen seen, Audit audit, TransactionTemplate transactions, java.time.Clock clock) {
        this.door = door;
        this.seen = seen;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether a reader may record one. */
    public static boolean open(Reader reader) {
        return ROLES.contains(reader.role()) && desk(reader).isPresent();
    }

    /**
     * Records one, once for each form served.
     *
     * @return what the door said; empty for a form that was taken before
     */
    Optional<Admission> record(Reader reader, ActId id, ContactForm form) {
        Source desk = desk(reader).filter(d -> open(reader)).orElseThrow(NotHere::new);
        byte[] marf = form.marf(clock.instant());
        Optional<Admission> recorded = transactions.execute(status -> {
            if (!seen.first(id, clock.instant())) {
                return Optional.<Admission>empty();
            }
            audit.noted(Act.PHONE_CONTACT, reader.who(), "ALLOW", List.of(new Claim("message", marf)));
            // Sent last: if the log cannot be written, nothing is sent.
            Admission said = door.admit(desk.principal(), new MessageId("phone-" + id), FORMAT, marf);
            if (!(said instanceof Admission.Accepted)) {
                status.setRollbackOnly();
            }
            return Optional.of(said);
        });
        return recorded == null ? Optional.empty() : recorded;
    }

    private static Optional<Source> desk(Reader reader) {
        return reader.agency().source(DESK).filter(s -> s.use() == Source.Use.FEED);
    }
}
