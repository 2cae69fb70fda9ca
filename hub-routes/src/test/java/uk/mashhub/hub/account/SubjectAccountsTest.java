package uk.mashhub.hub.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.audit.LookupExports;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.storage.LogExportStore;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** An account holds what harms nobody, needs two people, and reads the same whether nothing was there or all was left out. */
class SubjectAccountsTest {
    private static final String WHY = "Request 12.";

    private final SmallHub hub = SmallHub.started();
    private final LogReceipts receipts = mock(LogReceipts.class);
    private final LogExportStore store = new LogExportStore(hub.database.app, hub.database.vault);
    private final LookupExports exports = new LookupExports(
            hub.lookups, store, receipts, hub.audit, hub.database.inApp(), hub.clock, hub.database.random);
    private final SubjectAccounts accounts = new SubjectAccounts(
            hub.lookups,
            exports,
            hub.traces,
            hub.ledger,
            hub.journey,
            hub.published,
            hub.conflicts,
            store,
            hub.audit,
            hub.database.inApp(),
            hub.clock,
            hub.database.random);
    private final SignedIn lead = hub.somebody("ig-council");
    private final SignedIn second = hub.somebody("ig-council");
    private final People family = People.family();
    private final PacketPerson young = family.person("Maya", 2010, SubjectRole.INDEX_CHILD);
    private final PacketPerson mother = family.person("Grace", 1984, SubjectRole.PARENT);

    private static String name(PacketPerson person) {
        return person.details().usualName().orElseThrow().full();
    }

    private Item said(PacketPerson of, ItemLabels labels) {
        SubjectRole role = of.roles().iterator().next();
        return OneItem.of(
                hub,
                new AgencyId("exampleshire-schools"),
                new SourceId("school-form"),
                "record " + labels.dataClass() + " " + of.id(),
                new Subject(of.id(), role),
                labels,
                new ItemField(FieldKind.NAME, "Name", name(of)));
    }

    private EnquiryId closed(List<PacketPerson> people, List<Item> items) {
        EnquiryId id = hub.refer(people, items);
        stands(id, Stage.CLOSED, Purpose.PRESCREEN);
        return id;
    }

    private void stands(EnquiryId id, Stage stage, Purpose purpose) {
        hub.in(() -> {
            hub.ledger.update(hub.ledger.lock(id).row().at(stage).forPurpose(purpose));
            return true;
        });
    }

    private Map<String, String> fields(PacketPerson person) {
        return Map.of(
                "name",
                name(person),
                "born",
                person.details().birthDate().orElseThrow().date().toString());
    }

    private String account(PacketPerson person) {
        return account(fields(person));
    }

    private String account(Map<String, String> fields) {
        hub.indexed();
        UUID id = accounts.prepare(lead, hub.area, fields, WHY);
        return accounts.waiting(lead, hub.area).stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** What everybody reads of whom nothing is told. */
    private static String nothingTold(String text) {
        assertThat(text).contains("There is nothing that we can list here.").doesNotContain("was given:");
        return text.lines().skip(3).reduce("", (a, b) -> a + b);
    }

    private ItemLabels plain(DataClass of) {
        return ItemLabels.fact(of);
    }

    @Test
    void tellsWhichOrganisationWasGivenWhatAndWhenAndWhy() {
        closed(
                List.of(young, mother),
                List.of(said(young, plain(DataClass.IDENTITY)), said(mother, plain(DataClass.IDENTITY))));

        String text = account(young);

        assertThat(text)
                .contains(
                        "For: " + name(young) + ", born on 14 March 2010.",
                        "Exampleshire Council\n  was given: who you are\n  for: looking at a concern about a child\n  under: ")
                .endsWith(AccountText.END + "\n")
                .doesNotContain("Grace", "Schools", "decision makers");
        assertThat(text.split("was given:", -1)).hasSize(2);
    }

    @Test
    void readsTheSameWhetherNothingWasThereOrAllOfItIsLeftOut() {
        String nobody = nothingTold(account(Map.of("name", "Nobody Unknown-Test", "born", "1990-01-01")));

        Map<String, UnaryOperator<List<PacketPerson>>> people = new LinkedHashMap<>();
        people.put("hidden", p -> List.of(p.get(0), People.with(p.get(1), SafetyFlag.SAFE_ADDRESS)));
        people.put("linked to harm", p -> List.of(People.with(p.get(0), SafetyFlag.PERPETRATOR_LINKED), p.get(1)));
        people.put("limited", p -> List.of(p.get(0), People.with(p.get(1), SafetyFlag.LIMITED_ACCESS)));
        people.put("risk", p -> List.of(p.get(0), People.with(p.get(1), SafetyFlag.RISK_TO_STAFF)));
        for (SubjectRole role : List.of(
                SubjectRole.ALLEGED_PERPETRATOR, SubjectRole.VICTIM, SubjectRole.WITNESS, SubjectRole.INFORMANT)) {
            people.put(role.name(), p -> List.of(p.get(0), family.person("Rowan", 1980, role)));
        }
        people.forEach((why, change) -> {
            People other = People.family();
            PacketPerson one = other.person("Maya", 2010, SubjectRole.INDEX_CHILD);
            List<PacketPerson> of = change.apply(List.of(one, other.person("Grace", 1984, SubjectRole.PARENT)));
            closed(of, List.of(said(one, plain(DataClass.IDENTITY))));
            assertThat(nothingTold(account(one))).as(why).isEqualTo(nobody);
        });
    }

    @Test
    void leavesOutAnEnquiryThatIsNotOverOrWasForMore() {
        EnquiryId id = closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        assertThat(account(young)).contains("who you are");

        stands(id, Stage.READY, Purpose.PRESCREEN);
        nothingTold(account(young));
        stands(id, Stage.CLOSED, Purpose.S47);
        nothingTold(account(young));
        stands(id, Stage.CLOSED, Purpose.MARAC);
        nothingTold(account(young));
        stands(id, Stage.DECIDED, Purpose.S17);
        assertThat(account(young)).contains("who you are");
    }

    @Test
    void leavesOutItemsThatALawOrAnOwnerHoldsBack() {
        ItemLabels fact = plain(DataClass.EDUCATION);
        List<ItemLabels> held = new ArrayList<>(List.of(
                plain(DataClass.LOCATION),
                plain(DataClass.CHILD_HEALTH),
                plain(DataClass.ALLEGATION),
                plain(DataClass.DOMESTIC_ABUSE_INCIDENT),
                labels(fact, Nature.ALLEGATION, Regime.UK_GDPR, false, Handling.none(), Set.of()),
                labels(fact, Nature.FACT, Regime.DPA_PART_3, false, Handling.none(), Set.of()),
                labels(fact, Nature.FACT, Regime.UK_GDPR, true, Handling.none(), Set.of()),
                labels(
                        fact,
                        Nature.FACT,
                        Regime.UK_GDPR,
                        false,
                        new Handling(Set.of(HandlingCondition.NOT_FOR_SUBJECT), "", List.of(), Optional.empty()),
                        Set.of()),
                labels(fact, Nature.FACT, Regime.UK_GDPR, false, Handling.none(), Set.of(StatuteFlag.ADOPTION))));
        for (ItemLabels labels : held) {
            PacketPerson one = People.family().person("Maya", 2010, SubjectRole.INDEX_CHILD);
            closed(List.of(one), List.of(said(one, labels)));
            assertThat(account(one)).as(labels.toString()).doesNotContain("was given:");
        }
    }

    private static ItemLabels labels(
            ItemLabels of, Nature nature, Regime regime, boolean secret, Handling handling, Set<StatuteFlag> statutes) {
        return new ItemLabels(
                of.dataClass(), nature, of.grade(), regime, of.classification(), secret, handling, statutes);
    }

    @Test
    void isForThePersonAloneAndForNobodyOfTheSameName() {
        PacketPerson child = family.person("Ada", 2020, SubjectRole.INDEX_CHILD);
        closed(
                List.of(young, mother, child),
                List.of(said(young, plain(DataClass.EDUCATION)), said(child, plain(DataClass.IDENTITY))));

        nothingTold(account(mother));
        nothingTold(account(child));
        nothingTold(account(Map.of("name", name(young), "born", "2010-03-15")));
        assertThat(account(young)).contains("your education").doesNotContain("who you are");

        PacketPerson twin = family.person("Maya", 2010, SubjectRole.SIBLING);
        EnquiryId both = closed(List.of(young, twin), List.of(said(young, plain(DataClass.IDENTITY))));
        assertThat(account(young)).doesNotContain("who you are");
        assertThat(AccountSubject.of(fields(young)).in(hub.packet(both))).isEmpty();
    }

    @Test
    void isReleasedByAnotherLeadOfTheAgencyAndNotFetchedBefore() {
        closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        hub.indexed();
        when(receipts.ofEntry(any())).thenReturn(Optional.of("a proof".getBytes(StandardCharsets.UTF_8)));
        UUID id = accounts.prepare(lead, hub.area, fields(young), WHY);

        assertThat(exports.fetch(lead, id)).isEmpty();
        assertThat(accounts.fetch(lead, hub.area, id)).isEmpty();
        assertThat(accounts.release(lead, hub.area, id)).isEmpty();
        SignedIn police = hub.somebody("ig-police");
        assertThat(accounts.waiting(police, hub.area)).isEmpty();
        assertThat(accounts.release(police, hub.area, id)).isEmpty();
        String read = accounts.waiting(second, hub.area).stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .orElseThrow()
                .text();
        UUID released = accounts.release(second, hub.area, id).orElseThrow();
        assertThat(accounts.release(second, hub.area, id)).isEmpty();
        assertThat(accounts.fetch(lead, hub.area, released)).isEmpty();
        assertThat(exports.fetch(second, released))
                .as("as an export of the log")
                .isEmpty();
        byte[] file =
                accounts.fetch(second, hub.area, released).orElseThrow().file().orElseThrow();
        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo(read + "Receipt: YSBwcm9vZg==\n");
        assertThat(accounts.fetch(second, hub.area, released)).isEmpty();
        assertThat(logged("EXPORT")).contains("ACCOUNT_RELEASED").doesNotContain(name(young));
    }

    @Test
    void goesWhenSomethingHasChangedBeforeTheReleaseAndIsNotThereForWhoeverIsKeptFromIt() {
        EnquiryId enquiry = closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        hub.indexed();
        UUID first = accounts.prepare(lead, hub.area, fields(young), WHY);
        stands(enquiry, Stage.ENQUIRING, Purpose.PRESCREEN);
        assertThatThrownBy(() -> accounts.release(second, hub.area, first)).isInstanceOf(NoSearch.class);
        assertThat(ids(second)).doesNotContain(first);

        stands(enquiry, Stage.CLOSED, Purpose.PRESCREEN);
        when(receipts.ofEntry(any())).thenReturn(Optional.of("a proof".getBytes(StandardCharsets.UTF_8)));
        UUID next = accounts.prepare(lead, hub.area, fields(young), WHY);
        UUID released = accounts.release(second, hub.area, next).orElseThrow();
        stands(enquiry, Stage.CLOSED, Purpose.S47);
        assertThat(accounts.fetch(second, hub.area, released))
                .as("changed after its release")
                .isEmpty();
        stands(enquiry, Stage.CLOSED, Purpose.PRESCREEN);
        assertThat(accounts.fetch(second, hub.area, released))
                .as("gone for good")
                .isEmpty();
        UUID again = accounts.prepare(lead, hub.area, fields(young), WHY);
        hub.in(() -> {
            hub.conflicts.add(hub.area.code(), second.user(), true, List.of(young.id()), hub.clock.instant());
            return true;
        });
        assertThat(ids(second)).doesNotContain(again);
        assertThat(accounts.release(second, hub.area, again)).isEmpty();
        assertThat(ids(hub.somebody("ig-council"))).contains(again);
    }

    @Test
    void tellsWhomTheHubAskedWithoutANameThatMaySayWhere() {
        EnquiryId id = closed(List.of(young), List.of());
        List<SubjectAccount.Told> told = hub.in(() -> {
            asked(id, "exampleshire-police", "police-records", Purpose.S17);
            asked(id, "exampleshire-housing", "housing-by-hand", Purpose.S17);
            asked(id, "exampleshire-health", "pds", Purpose.S17);
            return new SubjectAccount(hub.area, rule -> "A law")
                    .of(
                            AccountSubject.of(fields(young)),
                            hub.ledger.lock(id),
                            hub.journey.packet(hub.ledger.lock(id)),
                            List.of(),
                            Set.of("exampleshire-police.police-records", "exampleshire-housing.housing-by-hand"));
        });
        assertThat(told)
                .extracting(SubjectAccount.Told::organisation)
                .containsExactlyInAnyOrder("Exampleshire Police", "A housing organisation");
        assertThat(told).allSatisfy(t -> assertThat(t.laws()).containsExactly("A law"));
    }

    @Test
    void leavesOutAnEnquiryInWhichSomebodyWasAskedForMore() {
        EnquiryId id = closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        hub.in(() -> {
            asked(id, "exampleshire-police", "police-records", Purpose.S47);
            return true;
        });
        nothingTold(account(young));
    }

    private void asked(EnquiryId id, String agency, String source, Purpose purpose) {
        AgencyId of = new AgencyId(agency);
        hub.ledger.append(
                id,
                of,
                new EnquiryFact.Asked(
                        QuestionId.random(hub.database.random),
                        of,
                        new SourceId(source),
                        hub.clock.instant(),
                        purpose,
                        "ASK-02",
                        List.of(young.id())));
    }

    private List<UUID> ids(SignedIn who) {
        return accounts.waiting(who, hub.area).stream()
                .map(SubjectAccounts.Waiting::id)
                .toList();
    }

    private String logged(String act) {
        return hub.database
                .app
                .sql("select entry from log_entry where act = :act order by seq desc limit 1")
                .param("act", act)
                .query((row, n) -> new String(row.getBytes("entry"), StandardCharsets.UTF_8))
                .single();
    }
}
