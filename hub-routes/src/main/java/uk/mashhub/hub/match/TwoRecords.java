package uk.mashhub.hub.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.decide.RecordIdentity;
import uk.mashhub.hub.decide.RecordIdentity.Known;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.match.PairExplanation;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.Role;

/** The two records of a doubtful link beside each other: what the reader may read of each, and what weighs how much. */
public final class TwoRecords {
    private final PeopleBook book;
    private final EnquiryLedger ledger;
    private final RecordIdentity identity;

    public TwoRecords(PeopleBook book, EnquiryLedger ledger, RecordIdentity identity) {
        this.book = book;
        this.ledger = ledger;
        this.identity = identity;
    }

    /**
     * What both say of one thing.
     *
     * @param here of the person of the enquiry
     * @param there of the other record
     */
    public record Row(String label, List<String> here, List<String> there) {
        public Row {
            here = List.copyOf(here);
            there = List.copyOf(there);
        }

        /** Whether both say something, and nothing that both say. */
        public boolean differs() {
            Set<String> both = folded(here);
            both.retainAll(folded(there));
            return !here.isEmpty() && !there.isEmpty() && both.isEmpty();
        }

        private static Set<String> folded(List<String> values) {
            return values.stream().map(v -> v.toLowerCase(Locale.UK)).collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return "Row[not shown]";
        }
    }

    /**
     * Both, beside each other.
     *
     * @param rows what a link steward may read; none for anybody else
     * @param steps how the fields compare, each with the bits that it adds; never what they hold
     * @param picture the same as SVG
     * @param modelVersion which model weighed them
     */
    public record Compared(List<Row> rows, List<String> steps, String picture, String modelVersion) {
        public Compared {
            rows = List.copyOf(rows);
            steps = List.copyOf(steps);
        }

        @Override
        public String toString() {
            return "Compared[not shown]";
        }
    }

    /**
     * Compares the two records of a link that its reader may settle. Empty if it is not known what either says, or, for a
     * link steward or a named unit, who holds it.
     *
     * @param perspective whose packet is open
     */
    public Optional<Compared> of(EnquiryFact.Waiting link, Packet packet, Area area, Team team, PersonId perspective) {
        Map<PersonId, PersonDetails> details = book.details(Set.of(link.person(), link.candidate()));
        PersonDetails mine = details.get(link.person());
        PersonDetails theirs = details.get(link.candidate());
        if (mine == null || theirs == null) {
            return Optional.empty();
        }
        // Whoever else settles links sees how the two compare: what a candidate's record holds waits until it is
        // settled, and who told of it is not looked for, however many enquiries that would be.
        Optional<List<List<ItemField>>> fields = team.role() == Role.LINK_STEWARD || team.isNamedUnit()
                ? fields(link, packet, area, team, perspective, mine, theirs)
                : Optional.of(List.of(List.of(), List.of()));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        List<List<ItemField>> read = fields.get();
        PairExplanation weighed = PairExplanation.of(mine, Set.of(), theirs, Set.of());
        List<String> steps = new ArrayList<>(weighed.why().words());
        weighed.guard().ifPresent(g -> steps.add("whatever it weighs: " + g.words()));
        return Optional.of(new Compared(
                rows(read.get(0), read.get(1)),
                steps,
                weighed.picture(),
                weighed.weight().modelVersion()));
    }

    private Optional<List<List<ItemField>>> fields(
            EnquiryFact.Waiting link,
            Packet packet,
            Area area,
            Team team,
            PersonId perspective,
            PersonDetails mine,
            PersonDetails theirs) {
        Optional<Known> here = known(link.person(), link.person(), mine);
        Optional<Known> there = known(link.candidate(), link.person(), theirs);
        return here.flatMap(h -> there.map(t -> identity.read(packet, area, team, perspective, List.of(h, t))));
    }

    private static List<Row> rows(List<ItemField> here, List<ItemField> there) {
        Set<String> labels = new LinkedHashSet<>();
        Stream.of(here, there).flatMap(List::stream).map(ItemField::label).forEach(labels::add);
        return labels.stream()
                .map(l -> new Row(l, values(here, l), values(there, l)))
                .toList();
    }

    private static List<String> values(List<ItemField> fields, String label) {
        return fields.stream()
                .filter(f -> f.label().equals(label))
                .map(ItemField::value)
                .toList();
    }

    /** A record with whoever told of it. */
    private Optional<Known> known(PersonId record, PersonId of, PersonDetails details) {
        return teller(record)
                .map(t -> new Known(of, t.agency(), t.source(), book.statutes(record), RecordFields.of(details)));
    }

    /** The agency that told of a record; empty if none is known to have. */
    Optional<AgencyId> holder(PersonId record) {
        return teller(record).map(Teller::agency);
    }

    private record Teller(AgencyId agency, SourceId source) {}

    private Optional<Teller> teller(PersonId record) {
        return book.enquiriesOf(record).stream()
                .flatMap(id -> teller(id, record).stream())
                .findFirst();
    }

    private Optional<Teller> teller(EnquiryId enquiry, PersonId record) {
        for (Enquiry.Entry entry : ledger.look(enquiry).entries()) {
            EnquiryFact fact = entry.fact();
            if (fact instanceof EnquiryFact.Received received
                    && received.people().stream().anyMatch(p -> p.id().equals(record))) {
                return Optional.of(new Teller(received.sender(), received.source()));
            }
            if (fact instanceof EnquiryFact.Answered answered
                    && answered.outside().stream().anyMatch(o -> o.id().equals(record))) {
                return Optional.of(new Teller(answered.agency(), answered.source()));
            }
            if (fact instanceof EnquiryFact.BroughtIn in && in.person().id().equals(record)) {
                return Optional.of(
                        new Teller(in.agency(), in.known().provenance().source()));
            }
        }
        return Optional.empty();
    }
}
