package uk.mashhub.hub.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.AccountStore;
import uk.mashhub.hub.storage.AccountStore.State;
import uk.mashhub.log.Logged;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.EnquiryId;

/** What is kept of a request and of its answer, and for how long; all of it sealed for the host, within the caller's transaction. */
final class AccountKeeping {
    private final AccountStore store;
    private final AccountLook look;
    private final SubjectAccounts.Terms terms;
    private final Clock clock;
    private final RandomSource random;

    AccountKeeping(
            AccountStore store, AccountLook look, SubjectAccounts.Terms terms, Clock clock, RandomSource random) {
        this.store = store;
        this.look = look;
        this.terms = terms;
        this.clock = clock;
        this.random = random;
    }

    /** The log's entry of what is kept, and which enquiries both tell of. */
    record Entry(Logged logged, Set<EnquiryId> about) {}

    /** A request that waits for the unit. */
    void asked(SignedIn who, Area area, Agency host, AccountRequest request, Entry entry) {
        Instant now = clock.instant();
        keep(who, area, host, request, entry, State.ASKED, now.plus(terms.asked()), request.fields());
    }

    /**
     * An account that waits to be fetched, and what it tells, to be compared with the next.
     *
     * @return by which it is fetched
     */
    UUID released(SignedIn who, Area area, Agency host, AccountLook.Found found, Entry entry) {
        Instant now = clock.instant();
        AccountRequest request = found.request();
        AccountHandover.Released account = new AccountHandover.Released(
                request.fields(), found.asked().at(), found.worked().text());
        List<String> lines =
                found.worked().told().stream().map(AccountText::line).toList();
        UUID id = keep(who, area, host, request, entry, State.RELEASED, now.plus(terms.released()), account);
        keep(who, area, host, request, entry, State.TOLD, later(now), lines);
        return id;
    }

    /** An entry that tells of no enquiry has salts that would go with none: they go by a day of their own. */
    void forgotten(Entry entry, Area area) {
        if (entry.about().isEmpty()) {
            store.forget(entry.logged().entryId(), area.code(), later(clock.instant()));
        }
    }

    private UUID keep(
            SignedIn who,
            Area area,
            Agency host,
            AccountRequest request,
            Entry entry,
            State state,
            Instant goesAt,
            Object body) {
        UUID id = random.uuid();
        store.keep(
                new AccountStore.Kept(
                        id,
                        area.code(),
                        state,
                        who.user(),
                        entry.logged().entryId(),
                        look.subject(area, request),
                        clock.instant(),
                        goesAt,
                        entry.about(),
                        ModelJson.write(body)),
                host.id());
        return id;
    }

    private Instant later(Instant from) {
        return from.plus(terms.told());
    }
}
