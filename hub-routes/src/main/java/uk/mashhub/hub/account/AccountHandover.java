package uk.mashhub.hub.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.storage.AccountStore;
import uk.mashhub.hub.storage.AccountStore.State;

/** Hands a released account over: proved, once, and only as it would be made in that moment. */
final class AccountHandover {
    private final AccountWork work;
    private final AccountLook look;
    private final AccountStore store;
    private final LogReceipts receipts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AccountHandover(
            AccountWork work,
            AccountLook look,
            AccountStore store,
            LogReceipts receipts,
            TransactionTemplate transactions,
            Clock clock) {
        this.work = work;
        this.look = look;
        this.store = store;
        this.receipts = receipts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is kept of it, sealed, until it is fetched. */
    record Released(Map<String, String> fields, Instant askedAt, String text) {}

    /**
     * Fetches one, once. The proof is asked for first; then it is worked out again, compared and dropped in one transaction.
     *
     * @return empty if there is none of that id for the user, or if a word of it would be another now: then it is gone
     */
    Optional<SubjectAccounts.Fetched> fetch(SignedIn who, Area area, UUID id) {
        Optional<String> entry = in(() -> own(who, area, id).map(AccountStore.Kept::entryId));
        Optional<byte[]> proof = entry.flatMap(e -> in(() -> receipts.ofEntry(e)));
        return in(() -> own(who, area, id).flatMap(kept -> {
            Released released = ModelJson.read(kept.body(), Released.class);
            AccountRequest request = AccountRequest.of(released.fields());
            Agency host = AccountUnit.host(area).orElseThrow();
            AccountWork.Worked worked = work.work(area, request.subject(), host, released.askedAt());
            boolean same = worked.text().equals(released.text()) && look.mayKnow(who.user(), worked.enquiries());
            if (same && proof.isEmpty()) {
                return Optional.of(new SubjectAccounts.Fetched(Optional.empty()));
            }
            return store.drop(id) && same
                    ? Optional.of(new SubjectAccounts.Fetched(proof.map(p -> file(released.text(), p))))
                    : Optional.empty();
        }));
    }

    private Optional<AccountStore.Kept> own(SignedIn who, Area area, UUID id) {
        return store.find(id, area.code(), State.RELEASED, clock.instant())
                .filter(k -> k.user().equals(who.user()));
    }

    private static byte[] file(String text, byte[] proof) {
        return (text + "Receipt: " + Base64.getEncoder().encodeToString(proof) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private <T> T in(Supplier<T> what) {
        return Objects.requireNonNull(transactions.execute(status -> what.get()), "done");
    }
}
