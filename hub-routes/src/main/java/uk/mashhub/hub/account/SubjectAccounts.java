package uk.mashhub.hub.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.audit.LookupDoor;
import uk.mashhub.hub.audit.LookupExports;
import uk.mashhub.hub.audit.LookupSearch;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.LogExportStore;
import uk.mashhub.hub.storage.LogExportStore.Form;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.log.Logged;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.RuleText;

/**
 * The subject's own account of disclosures (UK GDPR art. 15(1)(c)), by two people: one lead prepares it from what that lead
 * finds in the log, another of the same agency reads it, finds the same still, and releases it. Then it leaves as an export of
 * the log does: proved, once.
 */
public final class SubjectAccounts {
    private static final int MOST = 5000;
    private static final Duration KEPT = Duration.ofDays(7);

    private final LookupDoor door;
    private final LookupExports exports;
    private final TraceStore traces;
    private final EnquiryLedger ledger;
    private final ReferralJourney journey;
    private final PublishedPolicy published;
    private final ConflictStore conflicts;
    private final LogExportStore store;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final RandomSource random;

    public SubjectAccounts(
            LookupDoor door,
            LookupExports exports,
            TraceStore traces,
            EnquiryLedger ledger,
            ReferralJourney journey,
            PublishedPolicy published,
            ConflictStore conflicts,
            LogExportStore store,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock,
            RandomSource random) {
        this.door = door;
        this.exports = exports;
        this.traces = traces;
        this.ledger = ledger;
        this.journey = journey;
        this.published = published;
        this.conflicts = conflicts;
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /** An account as it is kept until somebody releases it. */
    record Prepared(Map<String, String> subject, String reason, Instant at, Set<EnquiryId> enquiries, String text) {
        Prepared {
            subject = Map.copyOf(subject);
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(at, "at");
            enquiries = Set.copyOf(enquiries);
            Objects.requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return "Prepared[not shown]";
        }
    }

    /**
     * One that waits, for a lead to read.
     *
     * @param own whether the reader prepared it, and so cannot release it
     */
    public record Waiting(UUID id, Instant at, boolean own, String reason, String text) {
        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    /** What the lead finds: the versions of views by their enquiry, and which sources were asked. */
    private record Found(Map<EnquiryId, List<LookupRow>> rows, Map<EnquiryId, Set<String>> asked) {}

    /**
     * Prepares one.
     *
     * @param fields of {@link AccountSubject}
     * @throws NoSearch in words for the reader, if a field is missing or not of its form
     */
    public UUID prepare(SignedIn who, Area area, Map<String, String> fields, String reason) {
        AccountSubject subject = AccountSubject.of(fields);
        Found found = found(who, area, subject, reason);
        return in(() -> {
            store.dropPreparedBefore(clock.instant().minus(KEPT));
            Instant now = clock.instant();
            Prepared prepared = new Prepared(
                    subject.fields(), reason, now, found.rows().keySet(), text(area, who, subject, found, now));
            UUID id = random.uuid();
            Logged entry = logged(who, "ACCOUNT_PREPARED", prepared);
            store.prepare(
                    new LogExportStore.Waiting(
                            id, entry.entryId(), who.user(), Form.TEXT, List.of(), ModelJson.write(prepared)),
                    area.code(),
                    agency(area, who).id(),
                    now);
            return id;
        });
    }

    /** Those that wait in the reader's agency; each look is logged. */
    public List<Waiting> waiting(SignedIn who, Area area) {
        return in(() -> {
            List<Waiting> all = store.prepared(area.code(), agency(area, who).id()).stream()
                    .filter(w -> mayKnowOf(who, read(w)))
                    .map(w -> shown(who, w))
                    .toList();
            if (!all.isEmpty()) {
                List<Claim> claims = new ArrayList<>();
                all.forEach(w -> claims.add(Claim.line(claims.size() + 1, AccountText.bytes(w.text()))));
                audit.noted(Act.OPENING, who, "ACCOUNT", claims);
            }
            return all;
        });
    }

    /**
     * Releases one to be handed over.
     *
     * @return by which it is fetched; empty if there is none for this reader, or it is the reader's own
     * @throws NoSearch in words for the reader, if the account is not the same any more: then it is gone
     */
    public Optional<UUID> release(SignedIn who, Area area, UUID id) {
        Optional<Prepared> waits = in(() -> releasable(who, area, id).map(SubjectAccounts::read));
        if (waits.isEmpty()) {
            return Optional.empty();
        }
        Prepared prepared = waits.get();
        AccountSubject subject = AccountSubject.of(prepared.subject());
        // Before the transaction: a look locks enquiries on a connection of its own.
        Found found = found(who, area, subject, prepared.reason());
        Optional<Optional<UUID>> done = in(() -> releasable(who, area, id).map(waiting -> {
            store.drop(id);
            if (!text(area, who, subject, found, prepared.at()).equals(prepared.text())) {
                audit.noted(Act.EXPORT, who, "ACCOUNT_MOVED", List.of(Audit.claim("reason", prepared.reason())));
                return Optional.<UUID>empty();
            }
            Logged entry = logged(who, "ACCOUNT_RELEASED", prepared);
            UUID released = random.uuid();
            store.keep(
                    new LogExportStore.Waiting(
                            released, entry.entryId(), who.user(), Form.TEXT, List.of(), ModelJson.write(prepared)),
                    Holders.agency(agency(area, who).id()),
                    clock.instant());
            return Optional.of(released);
        }));
        if (done.isPresent() && done.get().isEmpty()) {
            throw new NoSearch("Something has changed since it was prepared. It is gone: prepare it again.");
        }
        return done.flatMap(d -> d);
    }

    /** Fetches one, once; empty if there is none of that id for the user, or if a word of it would be another now. */
    public Optional<LookupExports.Fetched> fetch(SignedIn who, Area area, UUID id) {
        return exports.fetch(
                who,
                id,
                w -> w.form() == Form.TEXT,
                w -> stands(who, area, read(w)),
                w -> AccountText.bytes(read(w).text()));
    }

    private boolean stands(SignedIn who, Area area, Prepared prepared) {
        AccountSubject subject = AccountSubject.of(prepared.subject());
        Found found = found(who, area, subject, prepared.reason());
        return in(() -> mayKnowOf(who, prepared)
                && text(area, who, subject, found, prepared.at()).equals(prepared.text()));
    }

    private Optional<LogExportStore.Waiting> releasable(SignedIn who, Area area, UUID id) {
        return store.prepared(area.code(), agency(area, who).id()).stream()
                .filter(w -> w.id().equals(id) && !w.user().equals(who.user()))
                .filter(w -> mayKnowOf(who, read(w)))
                .findFirst();
    }

    private Found found(SignedIn who, Area area, AccountSubject subject, String reason) {
        Map<EnquiryId, List<LookupDoor.Line>> lines = door.all(who, area, subject.search(), reason, MOST).stream()
                .filter(l -> l.row().enquiry().isPresent() && l.said().isPresent())
                .collect(Collectors.groupingBy(l -> l.row().enquiry().orElseThrow()));
        Map<EnquiryId, List<LookupRow>> rows = new HashMap<>();
        Map<EnquiryId, Set<String>> asked = new HashMap<>();
        lines.forEach((enquiry, of) -> {
            rows.put(enquiry, of.stream().map(LookupDoor.Line::row).toList());
            String reference = of.get(0).said().orElseThrow().reference();
            asked.put(enquiry, asked(who, area, reference, reason));
        });
        return new Found(rows, asked);
    }

    private Set<String> asked(SignedIn who, Area area, String reference, String reason) {
        LookupSearch asked = LookupSearch.of(Map.of("act", Act.AGENCY_ASKED.name(), "reference", reference));
        return door.all(who, area, asked, reason, MOST).stream()
                .map(l -> l.row().recipient())
                .collect(Collectors.toSet());
    }

    /** The account, from enquiries that are locked meanwhile, in the order in which everybody locks them. */
    private String text(Area area, SignedIn who, AccountSubject subject, Found found, Instant at) {
        published.hold();
        Set<EnquiryId> kept = Set.copyOf(conflicts.keptFrom(who.user()));
        Set<EnquiryId> ids = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        ids.addAll(found.rows().keySet());
        ids.removeAll(kept);
        SubjectAccount account = new SubjectAccount(area, this::lawOf);
        List<SubjectAccount.Told> lines = new ArrayList<>();
        for (EnquiryId id : ids) {
            Enquiry enquiry = ledger.lock(id);
            lines.addAll(account.of(
                    subject,
                    enquiry,
                    journey.packet(enquiry),
                    given(found.rows().getOrDefault(id, List.of())),
                    found.asked().getOrDefault(id, Set.of())));
        }
        lines.sort(Comparator.comparing(SubjectAccount.Told::day)
                .thenComparing(SubjectAccount.Told::organisation)
                .thenComparing(t -> t.kinds().toString()));
        return AccountText.of(
                subject,
                agency(area, who).name(),
                at.atZone(area.calendar().zone()).toLocalDate(),
                lines);
    }

    private List<SubjectAccount.Given> given(List<LookupRow> rows) {
        Map<String, TraceStore.Kept> decided =
                traces.ofEntries(rows.stream().map(LookupRow::entry).collect(Collectors.toSet()));
        return rows.stream()
                .flatMap(r -> Optional.ofNullable(decided.get(r.entry()))
                        .map(kept -> new SubjectAccount.Given(
                                r, Arrays.asList(ModelJson.read(kept.trace(), ItemDecision[].class))))
                        .stream())
                .toList();
    }

    private String lawOf(String rule) {
        return published.hold().policy().rules().stream()
                .filter(r -> r.id().equals(rule))
                .map(RuleText::law)
                .findFirst()
                .orElse("");
    }

    private Logged logged(SignedIn who, String outcome, Prepared prepared) {
        return audit.exported(
                who,
                outcome,
                prepared.enquiries(),
                List.of(
                        new Claim("query", ModelJson.write(prepared.subject())),
                        Audit.claim("reason", prepared.reason()),
                        Claim.line(1, AccountText.bytes(prepared.text()))));
    }

    /** Somebody who is kept from one of its enquiries does not find it at all (ruling 6). */
    private boolean mayKnowOf(SignedIn who, Prepared prepared) {
        return conflicts.keptFrom(who.user()).stream().noneMatch(prepared.enquiries()::contains);
    }

    private static Waiting shown(SignedIn who, LogExportStore.Waiting waiting) {
        Prepared prepared = read(waiting);
        return new Waiting(
                waiting.id(), prepared.at(), waiting.user().equals(who.user()), prepared.reason(), prepared.text());
    }

    private static Prepared read(LogExportStore.Waiting waiting) {
        return ModelJson.read(waiting.content(), Prepared.class);
    }

    private static Agency agency(Area area, SignedIn who) {
        AgencyId id = area.team(who.team()).orElseThrow().agency();
        return area.agency(id).orElseThrow();
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()), "done");
    }
}
