package uk.mashhub.hub.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.wire.ModelJson;
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
import uk.mashhub.model.id.UserId;

/**
 * The subject's own account of disclosures (UK GDPR art. 15(1)(c)), by two people. A lead hands the request in and learns nothing
 * by it. The named unit reads what may be told and what is left out, and releases it, refuses, or answers by hand. What is
 * released leaves proved, once, and only as it would be made in that moment.
 */
public final class SubjectAccounts {
    private static final Duration WAITS = Duration.ofDays(7);
    private static final Duration TO_FETCH = Duration.ofDays(1);
    private static final String NO_UNIT =
            "This area names no unit that reads accounts and answers people: nothing can be prepared here.";

    private final AccountWork work;
    private final AccountStore store;
    private final ConflictStore conflicts;
    private final LookupKeys keys;
    private final LogReceipts receipts;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final int years;
    private final Clock clock;
    private final RandomSource random;

    /** @param years for which it is kept who was told what, where it names no enquiry with which it would go */
    public SubjectAccounts(
            AccountWork work,
            AccountStore store,
            ConflictStore conflicts,
            LookupKeys keys,
            LogReceipts receipts,
            Audit audit,
            TransactionTemplate transactions,
            int years,
            Clock clock,
            RandomSource random) {
        this.work = work;
        this.store = store;
        this.conflicts = conflicts;
        this.keys = keys;
        this.receipts = receipts;
        this.audit = audit;
        this.transactions = transactions;
        this.years = years;
        this.clock = clock;
        this.random = random;
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

    private record Released(Map<String, String> fields, Instant askedAt, String text) {}

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
            Instant now = clock.instant();
            Set<EnquiryId> about = work.enquiries(request.subject());
            Logged entry = audit.exported(who, "ACCOUNT_ASKED", about, claims(request));
            forgotten(entry, area, about);
            store.keep(
                    new AccountStore.Kept(
                            random.uuid(),
                            area.code(),
                            State.ASKED,
                            who.user(),
                            entry.entryId(),
                            subject(area, request),
                            now,
                            now.plus(WAITS),
                            about,
                            ModelJson.write(request.fields())),
                    host.id());
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
                    .filter(w -> mayKnow(who.user(), work.enquiries(request(w).subject())))
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
        return in(() -> found(who, area, id).map(f -> {
            Opened opened = f.opened();
            Logged entry = audit.shown(
                    who,
                    "ACCOUNT",
                    f.worked().enquiries(),
                    List.of(
                            Audit.claim("reason", reason),
                            Audit.claim("question", f.asked().entryId()),
                            new Claim("content", ModelJson.write(opened))));
            forgotten(entry, area, f.worked().enquiries());
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
        return in(() -> found(who, area, id).flatMap(f -> {
            if (!f.opened().mayRelease()) {
                throw new NoSearch("Whoever handed it in may not: another lead hands the request in again.");
            }
            if (!f.opened().read().equals(read)) {
                throw new NoSearch("Something has changed since you have read it. Read it again.");
            }
            return store.drop(id) ? Optional.of(released(who, area, f)) : Optional.empty();
        }));
    }

    private UUID released(SignedIn who, Area area, Found f) {
        Agency host = AccountUnit.host(area).orElseThrow();
        Instant now = clock.instant();
        Set<EnquiryId> about = f.worked().enquiries();
        List<Claim> claims = new ArrayList<>(claims(f.request()));
        claims.add(Claim.line(1, AccountText.bytes(f.worked().text())));
        Logged entry = audit.exported(who, "ACCOUNT", about, claims);
        forgotten(entry, area, about);
        UUID id = random.uuid();
        byte[] subject = subject(area, f.request());
        byte[] body = ModelJson.write(
                new Released(f.request().fields(), f.asked().at(), f.worked().text()));
        store.keep(
                new AccountStore.Kept(
                        id,
                        area.code(),
                        State.RELEASED,
                        who.user(),
                        entry.entryId(),
                        subject,
                        now,
                        now.plus(TO_FETCH),
                        about,
                        body),
                host.id());
        List<String> lines = f.worked().told().stream().map(AccountText::line).toList();
        store.keep(
                new AccountStore.Kept(
                        random.uuid(),
                        area.code(),
                        State.TOLD,
                        who.user(),
                        entry.entryId(),
                        subject,
                        now,
                        later(now),
                        about,
                        ModelJson.write(lines)),
                host.id());
        return id;
    }

    /**
     * Ends one without an account. To whoever handed it in it stays one that is not answered yet.
     *
     * @return whether there was one for this reader
     */
    public boolean end(SignedIn who, Area area, UUID id, End how, String reason) {
        return in(() -> found(who, area, id)
                .filter(f -> store.drop(id))
                .map(f -> {
                    List<Claim> claims = List.of(
                            Audit.claim("content", how.name()),
                            Audit.claim("reason", reason),
                            Audit.claim("question", f.asked().entryId()));
                    Set<EnquiryId> about = f.worked().enquiries();
                    forgotten(audit.exported(who, "ACCOUNT", about, claims), area, about);
                    return true;
                })
                .orElse(false));
    }

    /**
     * Fetches one, once. The proof is asked for first; then it is worked out again, compared and dropped in one transaction.
     *
     * @return empty if there is none of that id for the user, or if a word of it would be another now: then it is gone
     */
    public Optional<Fetched> fetch(SignedIn who, Area area, UUID id) {
        Optional<String> entry = in(() -> own(who, area, id).map(AccountStore.Kept::entryId));
        Optional<byte[]> proof = entry.flatMap(e -> in(() -> receipts.ofEntry(e)));
        return in(() -> own(who, area, id).flatMap(kept -> {
            Released released = ModelJson.read(kept.body(), Released.class);
            AccountRequest request = AccountRequest.of(released.fields());
            Agency host = AccountUnit.host(area).orElseThrow();
            AccountWork.Worked worked = work.work(area, request.subject(), host, released.askedAt());
            boolean same = worked.text().equals(released.text()) && mayKnow(who.user(), worked.enquiries());
            if (same && proof.isEmpty()) {
                return Optional.of(new Fetched(Optional.empty()));
            }
            return store.drop(id) && same
                    ? Optional.of(new Fetched(proof.map(p -> file(released.text(), p))))
                    : Optional.empty();
        }));
    }

    /** Drops what nobody answered or fetched, and what need not be kept any more. */
    public void expire() {
        in(() -> {
            store.expire(clock.instant());
            return true;
        });
    }

    private record Found(AccountStore.Kept asked, AccountRequest request, AccountWork.Worked worked, Opened opened) {}

    private Optional<Found> found(SignedIn who, Area area, UUID id) {
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

    private Optional<AccountStore.Kept> own(SignedIn who, Area area, UUID id) {
        return store.find(id, area.code(), State.RELEASED, clock.instant())
                .filter(k -> k.user().equals(who.user()));
    }

    /** Somebody who is kept from one of its enquiries does not find it at all (ruling 6). */
    private boolean mayKnow(UserId user, Set<EnquiryId> enquiries) {
        return conflicts.keptFrom(user).stream().noneMatch(enquiries::contains);
    }

    private byte[] subject(Area area, AccountRequest request) {
        return keys.account(
                area.code(), request.subject().name(), request.subject().born());
    }

    private void forgotten(Logged entry, Area area, Set<EnquiryId> about) {
        if (about.isEmpty()) {
            store.forget(entry.entryId(), area.code(), later(clock.instant()));
        }
    }

    private Instant later(Instant from) {
        return from.atZone(ZoneOffset.UTC).plusYears(years).toInstant();
    }

    private static List<Claim> claims(AccountRequest request) {
        return List.of(new Claim("query", ModelJson.write(request.fields())));
    }

    private static AccountRequest request(AccountStore.Kept asked) {
        Map<?, ?> fields = ModelJson.read(asked.body(), Map.class);
        return AccountRequest.of(fields.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toString(), e -> e.getValue().toString())));
    }

    private static byte[] file(String text, byte[] proof) {
        return (text + "Receipt: " + Base64.getEncoder().encodeToString(proof) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(Object of) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ModelJson.write(of)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private <T> T in(Supplier<T> what) {
        return Objects.requireNonNull(transactions.execute(status -> what.get()), "done");
    }
}
