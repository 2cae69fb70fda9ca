package uk.mashhub.hub.enquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.OncePerTransaction;
import uk.mashhub.hub.storage.StoredFact;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;

/** Reads and writes the ledgers of enquiries. Every method runs inside the caller's database transaction. */
public final class EnquiryLedger {
    private static final Map<String, Class<? extends EnquiryFact>> KINDS = Stream.of(
                    EnquiryFact.Received.class,
                    EnquiryFact.ReceivedUnreadable.class,
                    EnquiryFact.Asked.class,
                    EnquiryFact.NotAsked.class,
                    EnquiryFact.Answered.class,
                    EnquiryFact.LinksFound.class,
                    EnquiryFact.LinksKept.class,
                    EnquiryFact.UnitWord.class,
                    EnquiryFact.BroughtIn.class,
                    EnquiryFact.LinkUndone.class,
                    EnquiryFact.LinkWord.class,
                    EnquiryFact.Acted.class,
                    EnquiryFact.ReferrerTold.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private static final List<String> PEOPLE =
            List.of(EnquiryFact.Received.class.getSimpleName(), EnquiryFact.Acted.class.getSimpleName());

    private final EnquiryStore store;
    private final Clock clock;
    /** Under its lock an enquiry changes by what is written here and by nothing else. */
    private final OncePerTransaction<Map<EnquiryId, Enquiry>> locked = new OncePerTransaction<>();

    public EnquiryLedger(EnquiryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Begins a ledger. */
    public void open(EnquiryRow row) {
        store.create(row);
    }

    /** Locks an enquiry and reads it; what is read is what holds until the transaction ends (ruling 14). */
    public Enquiry lock(EnquiryId id) {
        return known(id).orElseGet(() -> locked(store.lock(id)));
    }

    /** Locks an enquiry without reading what is in it. */
    public EnquiryId hold(EnquiryId id) {
        return store.lock(id).id();
    }

    /** Locks an enquiry and reads it; empty for one that was erased meanwhile. */
    public Optional<Enquiry> lockIfThere(EnquiryId id) {
        return known(id).or(() -> store.lockIfThere(id).map(this::locked));
    }

    /** Reads an enquiry as it stands, without its lock: for what is looked at again under the lock before it is acted on. */
    public Enquiry look(EnquiryId id) {
        return read(store.find(id).orElseThrow(() -> new IllegalStateException("no enquiry " + id)));
    }

    /** Locks the enquiry of an area under a reference, open or closed, unless there is none, or none any more. */
    public Optional<Enquiry> lockReferenced(AreaCode area, String reference) {
        return referenced(area, reference).flatMap(this::lockIfThere);
    }

    /** The enquiry of an area under a reference, open or closed. */
    public Optional<EnquiryId> referenced(AreaCode area, String reference) {
        return store.referenced(area, reference).map(EnquiryRow::id);
    }

    /** Every enquiry of an area, in the order in which they are locked. */
    public List<EnquiryId> of(AreaCode area) {
        return store.of(area);
    }

    /** The open enquiry of an area under a reference. */
    public Optional<EnquiryId> open(AreaCode area, String reference) {
        return store.open(area, reference).map(EnquiryRow::id);
    }

    /** Appends a fact, encrypted for whoever holds it. The enquiry must be locked. */
    public void append(EnquiryId id, AgencyId holder, EnquiryFact fact) {
        String kind = fact.getClass().getSimpleName();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] json = ModelJson.write(fact);
        long seq = store.append(id, kind, Holders.agency(holder), at, json);
        known(id).ifPresent(enquiry -> {
            List<Enquiry.Entry> entries = new ArrayList<>(enquiry.entries());
            entries.add(entry(new StoredFact(seq, kind, Holders.agency(holder), at, json)));
            remember(new Enquiry(enquiry.row(), entries));
        });
    }

    /** Writes the row and reads the enquiry again. */
    public Enquiry update(EnquiryRow row) {
        store.update(row);
        EnquiryRow written = store.lock(row.id());
        return known(row.id())
                .map(before -> remember(new Enquiry(written, before.entries())))
                .orElseGet(() -> read(written));
    }

    /**
     * What arrived and what people did, in order, unlocked: for readers of that, whose request must take the same whatever
     * sources have answered (ruling 12).
     */
    public List<Enquiry.Entry> saidByPeople(EnquiryId id) {
        return store.facts(id, PEOPLE).stream().map(EnquiryLedger::entry).toList();
    }

    /** Keeps readers out of an enquiry that is locked, until the transaction ends. */
    public void keepReadersOut(EnquiryId id) {
        store.keepReadersOut(id);
    }

    private Optional<Enquiry> known(EnquiryId id) {
        return locked.known().map(all -> all.get(id));
    }

    private Enquiry locked(EnquiryRow row) {
        return remember(read(row));
    }

    private Enquiry remember(Enquiry enquiry) {
        Map<EnquiryId, Enquiry> all = new HashMap<>(locked.known().orElse(Map.of()));
        all.put(enquiry.id(), enquiry);
        locked.remember(all);
        return enquiry;
    }

    private Enquiry read(EnquiryRow row) {
        List<Enquiry.Entry> entries =
                store.facts(row.id()).stream().map(EnquiryLedger::entry).toList();
        return new Enquiry(row, entries);
    }

    private static Enquiry.Entry entry(StoredFact stored) {
        Class<? extends EnquiryFact> kind = KINDS.get(stored.kind());
        if (kind == null) {
            throw new IllegalStateException("unknown kind of fact in the ledger: " + stored.kind());
        }
        return new Enquiry.Entry(stored.seq(), stored.at(), ModelJson.read(stored.json(), kind));
    }
}
