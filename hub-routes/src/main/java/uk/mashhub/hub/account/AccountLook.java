package uk.mashhub.hub.account;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.account.SubjectAccounts.Before;
import uk.mashhub.hub.account.SubjectAccounts.LeftOut;
import uk.mashhub.hub.account.SubjectAccounts.Opened;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.audit.LookupKeys;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.AccountStore;
import uk.mashhub.hub.storage.AccountStore.State;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;

/** Finds a request for a reader, works its account out as of now, and sets it beside what was told before. Writes nothing. */
final class AccountLook {
    private final AccountWork work;
    private final AccountStore store;
    private final ConflictStore conflicts;
    private final LookupKeys keys;
    private final Clock clock;

    AccountLook(AccountWork work, AccountStore store, ConflictStore conflicts, LookupKeys keys, Clock clock) {
        this.work = work;
        this.store = store;
        this.conflicts = conflicts;
        this.keys = keys;
        this.clock = clock;
    }

    /** A request that was found, with its account as of now. */
    record Found(AccountStore.Kept asked, AccountRequest request, AccountWork.Worked worked, Opened opened) {}

    /** Empty if there is none of that id for this reader; its enquiries stay locked until the transaction ends. */
    Optional<Found> found(SignedIn who, Area area, UUID id) {
        return store.find(id, area.code(), State.ASKED, clock.instant())
                .filter(a -> !a.user().equals(who.user()))
                .flatMap(asked -> {
                    AccountRequest request = request(asked);
                    Agency host = AccountUnit.host(area).orElseThrow();
                    AccountWork.Worked worked = work.work(area, request.subject(), host, asked.at());
                    // Whoever released it first held the locks that this waited for.
                    boolean still = store.find(id, area.code(), State.ASKED, clock.instant())
                            .isPresent();
                    return still && mayKnow(who.user(), worked.enquiries())
                            ? Optional.of(new Found(asked, request, worked, opened(area, asked, request, worked)))
                            : Optional.empty();
                });
    }

    private Opened opened(Area area, AccountStore.Kept asked, AccountRequest request, AccountWork.Worked worked) {
        List<LeftOut> leftOut = worked.leftOut().stream()
                .map(l -> new LeftOut(l.what(), l.why()))
                .toList();
        Set<String> now =
                Set.copyOf(worked.told().stream().map(AccountText::line).toList());
        List<Before> before = store.told(area.code(), subject(area, request), clock.instant()).stream()
                .flatMap(t -> List.of(ModelJson.read(t.body(), String[].class)).stream()
                        .map(line -> new Before(t.at(), line, !now.contains(line))))
                .toList();
        boolean mayRelease = mayKnow(asked.user(), worked.enquiries());
        String read = digest(List.of(worked.text(), leftOut, before, mayRelease));
        return new Opened(
                asked.id(), request.reason(), request.identity(), worked.text(), leftOut, before, read, mayRelease);
    }

    /** Somebody who is kept from one of its enquiries does not find it at all (ruling 6). */
    boolean mayKnow(UserId user, Set<EnquiryId> enquiries) {
        return conflicts.keptFrom(user).stream().noneMatch(enquiries::contains);
    }

    /** By which an account that was given before is found again. */
    byte[] subject(Area area, AccountRequest request) {
        return keys.account(
                area.code(), request.subject().name(), request.subject().born());
    }

    /** What was handed in. */
    static AccountRequest request(AccountStore.Kept asked) {
        Map<?, ?> fields = ModelJson.read(asked.body(), Map.class);
        return AccountRequest.of(fields.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toString(), e -> e.getValue().toString())));
    }

    private static String digest(Object of) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ModelJson.write(of)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
