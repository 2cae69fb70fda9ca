package uk.mashhub.hub.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.account.AccountKeeping.Entry;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.audit.LookupKeys;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.storage.AccountStore;
import uk.mashhub.hub.storage.AccountStore.State;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.log.Logged;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.EnquiryId;

/**
 * The subject's own account of disclosures (UK GDPR art. 15(1)(c)), by two people. A lead hands the request in and learns nothing
 * by it. The named unit reads what may be told and what is left out, and releases it, refuses, or answers by hand. What is
 * released leaves proved, once, and only as it would be made in that moment.
 */
public final class SubjectAccounts {
    private static final String NO_UNIT =
            "This area names no unit that reads accounts and answers people: nothing can be prepared here.";

    private final AccountWork work;
    private final AccountLook look;
    private final AccountStore store;
    private final AccountHandover handover;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final AccountKeeping keeping;
    private final Clock clock;

    /**
     * How long what is not done with goes on waiting.
     *
     * @param asked a request, for the unit
     * @param released an account, to be fetched
     * @param told what somebody was told, where it names no enquiry with which it would go
     */
    public record Terms(Duration asked, Duration released, Duration told) {}

    public SubjectAccounts(
            AccountWork work,
            AccountStore store,
            ConflictStore conflicts,
            LookupKeys keys,
            LogReceipts receipts,
            Audit audit,
            TransactionTemplate transactions,
            Terms terms,
            Clock clock,
            RandomSource random) {
        this.work = work;
        this.store = store;
        this.look = new AccountLook(work, store, conflicts, keys, clock);
        this.handover = new AccountHandover(work, look, store, receipts, transactions, clock);
        this.audit = audit;
        this.transactions = transactions;
        this.keeping = new AccountKeeping(store, look, terms, clock, random);
        this.clock = clock;
    }

    /** A request that waits for the unit. */
    public record Waiting(UUID id, Instant at) {}

    /** What is left out by itself, for the unit. */
    public record LeftOut(String what, String why) {}

    /**
     * A line of an account that was released before.
     *
     * @param gone whether this one does not have it: whoever compares the two learns that something was kept back since
     */
    public record Before(Instant at, String line, boolean gone) {}

    /**
     * One that was opened.
     *
     * @param read stands for all of it: whoever releases it says that this is what they have read
     * @param mayRelease false where whoever handed it in is kept from one of its enquiries: another hands it in again
     */
    public record Opened(
            UUID id,
            String reason,
            String identity,
            String text,
            List<LeftOut> leftOut,
            List<Before> before,
            String read,
            boolean mayRelease) {
        public Opened {
            leftOut = List.copyOf(leftOut);
            before = List.copyOf(before);
        }

        @Override
        public String toString() {
            return "Opened[" + id + "]";
        }
    }

    /** How the unit ends a request without an account. Nobody else is told which, or that it has. */
    public enum End {
        REFUSED,
        BY_HAND
    }

    /** A file that was handed over; empty while the log does not prove its entry. */
    public record Fetched(Optional<byte[]> file) {}

    /**
     * Hands a request in. Whoever does is told the same in every case.
     *
     * @param fields of {@link AccountRequest}
     * @throws NoSearch in words for the reader, if a field is missing or not of its form, or nobody is named to read it
     */
    public void ask(SignedIn who, Area area, Map<String, String> fields) {
        AccountRequest request = AccountRequest.of(fields);
        Agency host = AccountUnit.host(area).orElseThrow(() -> new NoSearch(NO_UNIT));
        in(() -> {
            Set<EnquiryId> about = work.enquiries(request.subject());
            Entry entry = new Entry(audit.exported(who, "ACCOUNT_ASKED", about, claims(request)), about);
            keeping.forgotten(entry, area);
            keeping.asked(who, area, host, request, entry);
            return true;
        });
    }

    /**
     * Those that wait for a member of the unit; the list is logged as a look (ruling 2). Not their own, nor one about an enquiry
     * that they are kept from (ruling 6).
     */
    public List<Waiting> waiting(SignedIn who, Area area) {
        return in(() -> {
            List<Waiting> all = store.of(area.code(), State.ASKED, clock.instant()).stream()
                    .filter(w -> !w.user().equals(who.user()))
                    .filter(w -> look.mayKnow(
                            who.user(), work.enquiries(AccountLook.request(w).subject())))
                    .map(w -> new Waiting(w.id(), w.at()))
                    .toList();
            if (!all.isEmpty()) {
                audit.noted(Act.OPENING, who, "ACCOUNTS", List.of(new Claim("content", ModelJson.write(all))));
            }
            return all;
        });
    }

    /**
     * Opens one for a member of the unit; the look is logged before anything of it is returned.
     *
     * @param reason why the content is needed
     * @return empty if there is none for this reader
     */
    public Optional<Opened> open(SignedIn who, Area area, UUID id, String reason) {
        return in(() -> look.found(who, area, id).map(f -> {
            Opened opened = f.opened();
            Logged entry = audit.shown(
                    who,
                    "ACCOUNT",
                    f.worked().enquiries(),
                    List.of(
                            Audit.claim("reason", reason),
                            Audit.claim("question", f.asked().entryId()),
                            new Claim("content", ModelJson.write(opened))));
            keeping.forgotten(new Entry(entry, f.worked().enquiries()), area);
            return opened;
        }));
    }

    /**
     * Releases one to be handed over.
     *
     * @param read what {@link Opened} says of what was read
     * @return by which it is fetched; empty if there is none for this reader
     * @throws NoSearch in words for the reader, if it is not what was read any more, or another has to hand it in
     */
    public Optional<UUID> release(SignedIn who, Area area, UUID id, String read) {
        return in(() -> look.found(who, area, id).flatMap(f -> {
            if (!f.opened().mayRelease()) {
                throw new NoSearch("Whoever handed it in may not: another lead hands the request in again.");
            }
            if (!f.opened().read().equals(read)) {
                throw new NoSearch("Something has changed since you have read it. Read it again.");
            }
            return store.drop(id) ? Optional.of(released(who, area, f)) : Optional.empty();
        }));
    }

    private UUID released(SignedIn who, Area area, AccountLook.Found f) {
        Agency host = AccountUnit.host(area).orElseThrow();
        Set<EnquiryId> about = f.worked().enquiries();
        List<Claim> claims = new ArrayList<>(claims(f.request()));
        claims.add(Claim.line(1, AccountText.bytes(f.worked().text())));
        Entry entry = new Entry(audit.exported(who, "ACCOUNT", about, claims), about);
        keeping.forgotten(entry, area);
        return keeping.released(who, area, host, f, entry);
    }

    /**
     * Ends one without an account. To whoever handed it in it stays one that is not answered yet.
     *
     * @return whether there was one for this reader
     */
    public boolean end(SignedIn who, Area area, UUID id, End how, String reason) {
        return in(() -> look.found(who, area, id)
                .filter(f -> store.drop(id))
                .map(f -> {
                    List<Claim> claims = List.of(
                            Audit.claim("content", how.name()),
                            Audit.claim("reason", reason),
                            Audit.claim("question", f.asked().entryId()));
                    Set<EnquiryId> about = f.worked().enquiries();
                    keeping.forgotten(new Entry(audit.exported(who, "ACCOUNT", about, claims), about), area);
                    return true;
                })
                .orElse(false));
    }

    /**
     * Fetches one, once.
     *
     * @return empty if there is none of that id for the user, or if a word of it would be another now: then it is gone
     */
    public Optional<Fetched> fetch(SignedIn who, Area area, UUID id) {
        return handover.fetch(who, area, id);
    }

    /** Drops the salts of entries about accounts that need not be opened any more. */
    public void forgetSalts() {
        in(() -> {
            store.forgetSalts(clock.instant());
            return true;
        });
    }

    private static List<Claim> claims(AccountRequest request) {
        return List.of(new Claim("query", ModelJson.write(request.fields())));
    }

    private <T> T in(Supplier<T> what) {
        return Objects.requireNonNull(transactions.execute(status -> what.get()), "done");
    }
}
