package uk.mashhub.hub.enquiry;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;

/** An enquiry as it stands: its row, locked, and every fact recorded so far, oldest first. */
public record Enquiry(EnquiryRow row, List<Entry> entries) {

    /** A fact with its place in the ledger. */
    public record Entry(long seq, Instant at, EnquiryFact fact) {
        public Entry {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(fact, "fact");
        }
    }

    public Enquiry {
        Objects.requireNonNull(row, "row");
        entries = List.copyOf(entries);
    }

    public EnquiryId id() {
        return row.id();
    }

    public Stage stage() {
        return Stage.valueOf(row.stage());
    }

    public Purpose purpose() {
        return Purpose.valueOf(row.purpose());
    }

    public Rating rating() {
        return Rating.valueOf(row.rating());
    }

    /** The place of the newest fact; 0 where there is none. */
    public long newest() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
    }

    /** The facts of one kind, oldest first. */
    public <F extends EnquiryFact> Stream<F> facts(Class<F> kind) {
        return entries.stream().map(Entry::fact).filter(kind::isInstance).map(kind::cast);
    }

    /** What people did, oldest first. */
    public <A extends Act> Stream<A> acts(Class<A> kind) {
        return facts(EnquiryFact.Acted.class)
                .map(EnquiryFact.Acted::act)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Every doubtful link, settled or not, oldest first. */
    public Stream<EnquiryFact.Waiting> doubtfulLinks() {
        return entries.stream().map(Entry::fact).flatMap(Enquiry::doubtful);
    }

    /** The doubtful links that one fact brought. */
    public static Stream<EnquiryFact.Waiting> doubtful(EnquiryFact fact) {
        if (fact instanceof EnquiryFact.Answered answered) {
            return answered.waiting().stream();
        }
        return fact instanceof EnquiryFact.LinksFound found ? found.waiting().stream() : Stream.empty();
    }

    /**
     * What people have said of doubtful links; the latest word counts. A record that is one person is none of the others
     * whom it might have been; when that is undone it may be any of them again, but for those of whom somebody said no.
     */
    public Map<LinkId, Boolean> settledLinks() {
        Map<LinkId, Boolean> settled = new LinkedHashMap<>();
        Map<LinkId, Boolean> said = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.fact() instanceof EnquiryFact.Acted acted && acted.act() instanceof Act.SettleLink s) {
                settle(s, settled, said);
            } else if (entry.fact() instanceof EnquiryFact.UnitWord word && word.counts()) {
                settle(word, settled);
            }
        }
        return settled;
    }

    private void settle(Act.SettleLink s, Map<LinkId, Boolean> settled, Map<LinkId, Boolean> said) {
        boolean undone = !s.same() && Boolean.TRUE.equals(settled.get(s.link()));
        for (EnquiryFact.Waiting rival : s.same() || undone ? rivals(s.link()) : List.<EnquiryFact.Waiting>of()) {
            if (s.same()) {
                settled.put(rival.link(), false);
            } else if (!Boolean.FALSE.equals(said.get(rival.link()))) {
                settled.remove(rival.link());
            }
        }
        settled.put(s.link(), s.same());
        said.put(s.link(), s.same());
    }

    /** A unit joins nothing that is not joined: what it takes back is doubtful again, and its items wait. */
    private static void settle(EnquiryFact.UnitWord word, Map<LinkId, Boolean> settled) {
        if (word.word() == EnquiryFact.UnitWord.Word.APART) {
            settled.put(word.link(), false);
        } else if (Boolean.FALSE.equals(settled.get(word.link()))) {
            settled.remove(word.link());
        }
    }

    /** The links that are for a named unit alone, settled or not, oldest first. */
    public List<EnquiryFact.Waiting> keptLinks() {
        return facts(EnquiryFact.LinksKept.class)
                .flatMap(k -> k.waiting().stream())
                .toList();
    }

    /** What a named unit has said of a link, the latest last. */
    public List<EnquiryFact.UnitWord> unitWords(LinkId link) {
        return facts(EnquiryFact.UnitWord.class)
                .filter(w -> w.link().equals(link))
                .toList();
    }

    /** What the first of two people has said of a link, while a second has not agreed. */
    public Optional<EnquiryFact.LinkWord> firstWord(LinkId link) {
        Set<LinkId> settling = new HashSet<>();
        settling.add(link);
        rivals(link).forEach(r -> settling.add(r.link()));
        Optional<EnquiryFact.LinkWord> word = Optional.empty();
        for (Entry entry : entries) {
            if (entry.fact() instanceof EnquiryFact.LinkWord said && said.link().equals(link)) {
                word = Optional.of(said);
            } else if (entry.fact() instanceof EnquiryFact.Acted acted
                    && acted.act() instanceof Act.SettleLink settle
                    && settling.contains(settle.link())) {
                word = Optional.empty();
            }
        }
        return word;
    }

    /** Whether the latest word that somebody said of a link itself is that the two are not one. */
    public boolean saidApart(LinkId link) {
        return acts(Act.SettleLink.class)
                .filter(s -> s.link().equals(link))
                .reduce((first, second) -> second)
                .filter(s -> !s.same())
                .isPresent();
    }

    /** The other doubtful links of the same record, to other people. */
    public List<EnquiryFact.Waiting> rivals(LinkId link) {
        Set<PersonId> record = doubtfulLinks()
                .filter(w -> w.link().equals(link))
                .map(EnquiryFact.Waiting::candidate)
                .collect(Collectors.toSet());
        return doubtfulLinks()
                .filter(w -> !w.link().equals(link) && record.contains(w.candidate()))
                .toList();
    }

    /** Who was brought in and is still there. */
    public Stream<EnquiryFact.BroughtIn> broughtIn() {
        Set<PersonId> out = takenOut();
        return facts(EnquiryFact.BroughtIn.class)
                .filter(b -> !out.contains(b.person().id()));
    }

    /** Who was brought in and taken out again. */
    public Set<PersonId> takenOut() {
        return acts(Act.TakeOut.class).map(Act.TakeOut::person).collect(Collectors.toSet());
    }

    /** Everybody who is, or ever was, in it, as they were named. */
    public Stream<PacketPerson> everybody() {
        return Stream.concat(
                facts(EnquiryFact.Received.class).flatMap(r -> r.people().stream()),
                facts(EnquiryFact.BroughtIn.class).map(EnquiryFact.BroughtIn::person));
    }

    /** Everything that was ever told in it, whether or not it is in the packet. */
    public Stream<Item> told() {
        return entries.stream().map(Entry::fact).flatMap(fact -> {
            if (fact instanceof EnquiryFact.Received received) {
                return received.items().stream();
            }
            if (fact instanceof EnquiryFact.Answered answered) {
                return answered.items().stream();
            }
            return fact instanceof EnquiryFact.BroughtIn in ? Stream.of(in.known()) : Stream.empty();
        });
    }

    /** Whether somebody is, or was, of the enquiry: not those of whom its sources speak besides. */
    public boolean concerns(PersonId person) {
        return everybody().anyMatch(p -> p.id().equals(person));
    }

    /** The first referral, unless it could not be read. */
    public Optional<EnquiryFact.Received> referral() {
        return facts(EnquiryFact.Received.class).findFirst();
    }
}
