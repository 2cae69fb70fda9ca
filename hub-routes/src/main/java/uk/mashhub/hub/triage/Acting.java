package uk.mashhub.hub.triage;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.decide.BreakGlass;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.storage.ActsSeen;
import uk.mashhub.hub.storage.Retrying;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.policy.Handles;

/** Takes what a person does on a packet: only on one that the person may open, and once however often it is sent. */
public final class Acting {
    private final ViewDoor door;
    private final ReferralJourney journey;
    private final ViewStore views;
    private final Handles handles;
    private final ActsSeen seen;
    private final Retrying transactions;
    private final Clock clock;

    public Acting(
            ViewDoor door,
            ReferralJourney journey,
            ViewStore views,
            Handles handles,
            ActsSeen seen,
            TransactionTemplate transactions,
            Clock clock) {
        this.door = door;
        this.journey = journey;
        this.views = views;
        this.handles = handles;
        this.seen = seen;
        this.transactions = new Retrying(transactions);
        this.clock = clock;
    }

    /**
     * What came of an act: not there for this person, refused in words, or done.
     *
     * @param now where the packet is now: another purpose is another view (ruling 4); empty if it is gone
     */
    public record Result(boolean found, Optional<String> refusal, Optional<ViewId> now) {}

    /**
     * Acts on the packet that a view shows.
     *
     * @param id from the form that was served, so that a repeat does nothing
     * @param form makes the act from handles on the page; may throw {@link NotAllowed}
     */
    public Result act(SignedIn who, ViewId view, ActId id, Function<HandleFinder, Act> form) {
        return act(who, view, form, enquiry -> seen.first(id, clock.instant()));
    }

    /**
     * The same for an act that came as a record with a name of its own.
     *
     * @param id follows from the name, on the enquiry that the view is of
     * @param digest of the record
     * @throws OtherRecord if another record was taken under this name before; nothing was done
     */
    public Result act(
            SignedIn who, ViewId view, Function<EnquiryId, ActId> id, byte[] digest, Function<HandleFinder, Act> form) {
        return act(who, view, form, enquiry -> {
            ActsSeen.Seen how = seen.seen(id.apply(enquiry), digest, clock.instant());
            if (how == ActsSeen.Seen.OTHERWISE) {
                throw new OtherRecord();
            }
            return how == ActsSeen.Seen.FIRST;
        });
    }

    /** Another record was taken under this name before (ruling 19). */
    public static final class OtherRecord extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherRecord() {
            super("another record under this name", null, false, false);
        }
    }

    private Result act(SignedIn who, ViewId view, Function<HandleFinder, Act> form, Predicate<EnquiryId> first) {
        Optional<LoggedView> opened = door.open(who, view);
        if (opened.isEmpty()) {
            return new Result(false, Optional.empty(), Optional.empty());
        }
        try {
            Optional<String> refusal = transactions.execute(status -> once(status, who, opened.get(), form, first));
            return new Result(true, refusal == null ? Optional.empty() : refusal, now(opened.get()));
        } catch (NotAllowed e) {
            return new Result(true, Optional.of(e.reason()), Optional.of(view));
        }
    }

    private Optional<ViewId> now(LoggedView before) {
        ViewKey key = before.key();
        return views.headsOf(key.enquiry()).stream()
                .filter(h -> BreakGlass.made(h.key().purpose()) == BreakGlass.made(key.purpose()))
                .filter(h -> h.key().team().equals(key.team())
                        && h.key().area().equals(key.area())
                        && h.key().perspective().equals(key.perspective()))
                .map(ViewHead::id)
                .findFirst();
    }

    /** Read under the lock on the enquiry: nothing moves it until the act is done. */
    private long version(LoggedView view) {
        return views.head(view.key()).map(ViewHead::version).orElse(0L);
    }

    private Optional<String> once(
            TransactionStatus status,
            SignedIn who,
            LoggedView view,
            Function<HandleFinder, Act> form,
            Predicate<EnquiryId> first) {
        Optional<String> refusal = journey.acted(
                who,
                view.key().enquiry(),
                packet -> form.apply(new HandleFinder(handles, view.key(), packet, version(view))));
        // Only what was done uses up the form; the lock on the enquiry keeps two copies of it apart.
        if (refusal.isEmpty() && !first.test(view.key().enquiry())) {
            status.setRollbackOnly();
        }
        return refusal;
    }
}
