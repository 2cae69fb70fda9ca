package uk.mashhub.hub.triage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.policy.Handles;

/**
 * What was said of sharing on an enquiry, for those who may record it and nobody else. Only of people whom the reader's own
 * packet lists; in whose words it was recorded, the team alone that recorded it.
 */
public final class ConsentRecords {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EnquiryLedger ledger;
    private final Handles handles;
    private final Audit audit;
    private final TransactionTemplate transactions;

    public ConsentRecords(EnquiryLedger ledger, Handles handles, Audit audit, TransactionTemplate transactions) {
        this.ledger = ledger;
        this.handles = handles;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * A record of one person.
     *
     * @param id random for this reader, and the same each time
     * @param record covers that person alone
     * @param names handles of everybody in it, as on the reader's page
     */
    public record Said(String id, Consent record, Map<PersonId, String> names) {
        public Said {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(record, "record");
            names = Map.copyOf(names);
        }

        @Override
        public String toString() {
            return "Said[" + id + "]";
        }
    }

    /** Oldest first; each look that finds something is logged before it is served. */
    public List<Said> of(SignedIn who, Reader reader, LoggedView view) {
        if (!ActRules.recordsAgreement(reader.team())) {
            return List.of();
        }
        List<Said> all = transactions.execute(status -> {
            List<Said> found = found(view, reader.team().id());
            if (!found.isEmpty()) {
                audit.acted(
                        uk.mashhub.log.Act.OPENING,
                        who.user(),
                        who.team(),
                        view.key().enquiry(),
                        "CONSENTS",
                        found.stream().map(Said::record).toList());
            }
            return found;
        });
        return all == null ? List.of() : all;
    }

    private List<Said> found(LoggedView view, TeamId team) {
        Set<String> shown = new HashSet<>();
        for (JsonNode person : JSON.readTree(view.content()).path("people")) {
            shown.add(person.path("handle").asString(""));
        }
        List<Said> all = new ArrayList<>();
        for (Enquiry.Entry entry : ledger.saidByPeople(view.key().enquiry())) {
            List<Consent> records = records(entry, team);
            for (int i = 0; i < records.size(); i++) {
                Map<PersonId, String> listed = listed(view, records.get(i), shown);
                for (PersonId person : inOrder(records.get(i).covers())) {
                    if (listed.containsKey(person)) {
                        all.add(said(view, entry.seq() + " " + i, records.get(i), person, listed));
                    }
                }
            }
        }
        return all;
    }

    private static List<PersonId> inOrder(Set<PersonId> people) {
        return people.stream().sorted(Comparator.comparing(PersonId::value)).toList();
    }

    /** Those of a record who stand on the reader's page, with the handles that they have there. */
    private Map<PersonId, String> listed(LoggedView view, Consent record, Set<String> shown) {
        Map<PersonId, String> listed = new HashMap<>();
        Stream.concat(record.covers().stream(), record.terms().flatMap(ConsentTerms::by).stream())
                .forEach(person -> listed.put(person, handles.person(view.key(), person)));
        listed.values().retainAll(shown);
        return listed;
    }

    private static List<Consent> records(Enquiry.Entry entry, TeamId reader) {
        if (entry.fact() instanceof EnquiryFact.Received received) {
            return received.consents().stream()
                    .map(ConsentRecords::withoutWords)
                    .toList();
        }
        if (entry.fact() instanceof EnquiryFact.Acted acted && acted.act() instanceof Act.RecordAgreement a) {
            Consent record = new Consent(
                    a.state(),
                    a.covers(),
                    acted.team().equals(reader) ? a.givenBy() : "",
                    a.notSoughtBecause(),
                    acted.team().equals(reader) ? a.terms() : a.terms().map(ConsentRecords::withoutWords),
                    Optional.of(new Consent.Recorded(entry.at(), entry.seq())));
            return List.of(record);
        }
        return List.of();
    }

    private static Consent withoutWords(Consent c) {
        return new Consent(
                c.state(),
                c.covers(),
                "",
                c.notSoughtBecause(),
                c.terms().map(ConsentRecords::withoutWords),
                c.recorded());
    }

    private static Competence withoutWords(Competence c) {
        return new Competence(c.kind(), "", c.assessedOn());
    }

    /** Who found a child competent is written down in words too. */
    private static ConsentTerms withoutWords(ConsentTerms t) {
        return new ConsentTerms(
                t.giver(), t.by(), t.competence().map(ConsentRecords::withoutWords), t.scope(), t.from(), t.to());
    }

    private Said said(LoggedView view, String place, Consent c, PersonId person, Map<PersonId, String> listed) {
        UUID name = UUID.nameUUIDFromBytes((place + " " + person).getBytes(StandardCharsets.UTF_8));
        Consent own = new Consent(
                c.state(),
                Set.of(person),
                c.givenBy(),
                c.notSoughtBecause(),
                c.terms().map(t -> by(t, listed.keySet())),
                c.recorded());
        return new Said(handles.line(view.key(), new ItemId(name)), own, listed);
    }

    /** Somebody whom the reader does not find is not named as the one who said it. */
    private static ConsentTerms by(ConsentTerms t, Set<PersonId> listed) {
        return new ConsentTerms(
                t.giver(), t.by().filter(listed::contains), t.competence(), t.scope(), t.from(), t.to());
    }
}
